import { rfc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'insufficient_user_authentication',
  title: 'Stronger or fresher authentication is required',
  owner: 'client',
  why: 'The session is too weak or too old for what is asked, for example because it had no second factor.',
  fix: 'Start a new authorization request with the acr_values or max_age that the server names.',
  specs: [rfc(9470, '3')],
});
