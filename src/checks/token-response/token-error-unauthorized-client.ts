import { grantWord } from '../../words/grant-words.ts';
import { rfc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'unauthorized_client',
  setting: 'grant-types',
  title: 'The client may not use this grant',
  owner: 'registration',
  why: 'The client is known, but its registration does not allow this grant. Some servers answer the same for a wrong client secret.',
  fix: 'Enable the grant for this client at the authorization server.',
  specs: [rfc(6749, '5.2')],
  details: ({ grant }) =>
    grant
      ? { fix: `Enable the ${grantWord(grant)} grant for this client at the authorization server.` }
      : {},
});
