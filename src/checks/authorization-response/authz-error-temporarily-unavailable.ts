import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'temporarily_unavailable',
  title: 'The server cannot take the login at the moment',
  severity: 'warning',
  owner: 'authorization server',
  why: 'It is overloaded or in maintenance, or the login page had been open for too long.',
  fix: 'Start the login again, and wait longer before each further attempt.',
  specs: [rfc(6749, '4.1.2.1')],
});
