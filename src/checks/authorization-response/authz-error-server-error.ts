import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'server_error',
  title: 'The server failed while it handled the login',
  severity: 'error',
  owner: 'authorization server',
  why: 'Something broke inside the server. It redirected only to say so.',
  fix: 'Try again, and look the time and the correlation id up in the log of the server.',
  specs: [rfc(6749, '4.1.2.1')],
});
