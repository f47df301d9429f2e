import { rfc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'invalid_grant',
  title: 'Authorization code or assertion rejected (invalid_grant)',
  owner: 'client',
  why: 'It has expired, was used before, was revoked, or belongs to another client, redirect_uri or code_verifier. The server does not have to say which.',
  fix: 'Start a new login; if that fails as well, compare redirect_uri, client_id and code_verifier of both requests.',
  specs: [rfc(6749, '5.2')],
  // Another check covers a refused refresh token.
  unless: ({ grant }) => grant === 'refresh_token',
});
