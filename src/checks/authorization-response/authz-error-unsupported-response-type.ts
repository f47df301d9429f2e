import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'unsupported_response_type',
  title: 'The server does not support this response_type',
  severity: 'error',
  owner: 'client',
  why: 'The flow that response_type asks for is switched off at the server or for this client.',
  fix: 'Use response_type=code.',
  specs: [rfc(6749, '4.1.2.1')],
});
