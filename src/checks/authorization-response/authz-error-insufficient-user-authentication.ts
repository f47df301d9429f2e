import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'insufficient_user_authentication',
  title: 'The login does not reach the level that was asked for',
  severity: 'warning',
  owner: 'client',
  why: 'acr_values or max_age ask for a stronger or fresher login than this user or session has. The code is registered for APIs (RFC 9470 section 3); some servers use it here.',
  fix: 'Let the user log in again without prompt=none, or ask for a level that they can reach.',
  specs: [rfc(9470, '3'), rfc(9470, '4')],
});
