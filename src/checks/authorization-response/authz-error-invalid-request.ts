import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'invalid_request',
  title: 'The server calls the authorization request malformed',
  severity: 'error',
  owner: 'client',
  why: 'A parameter is missing, repeated or has a value that the server does not accept. The description usually names it.',
  fix: 'Correct the parameter that error_description names.',
  specs: [rfc(6749, '4.1.2.1')],
});
