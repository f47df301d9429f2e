import { rfc } from '../check.ts';
import { absentParameterCheck } from '../shared/absent-parameter-check.ts';

export default absentParameterCheck({
  title: 'The assertion grant has no assertion',
  why: 'The assertion is what this grant hands in. An empty one often means that the step before brought none, or that its answer was read in the wrong place.',
  fix: 'Send the assertion as the parameter assertion; an ID-JAG is the access_token of the token exchange.',
  specs: [rfc(7523, '2.1'), rfc(7522, '2.1'), rfc(7521, '4.1')],
  required: ({ grant }) => (grant === 'jwt_bearer' || grant === 'saml_bearer' ? ['assertion'] : []),
});
