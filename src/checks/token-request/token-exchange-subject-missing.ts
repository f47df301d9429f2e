import { rfc } from '../check.ts';
import { absentParameterCheck } from '../shared/absent-parameter-check.ts';

export default absentParameterCheck({
  title: 'The token exchange does not say which token to exchange',
  why: 'A token exchange needs the token and its type. An empty value often means that the session of the step before was lost, or never stored.',
  fix: 'Send subject_token with the token of the step before, and subject_token_type with its URN, such as urn:ietf:params:oauth:token-type:id_token; log in again if the token is gone.',
  specs: [rfc(8693, '2.1')],
  required: ({ grant }) =>
    grant === 'token_exchange' ? ['subject_token', 'subject_token_type'] : [],
});
