import { oidc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'request_not_supported',
  title: 'The server does not accept request objects',
  severity: 'error',
  owner: 'client',
  why: 'The request carries a signed object in request, and the server has that switched off.',
  fix: 'Send plain parameters, or push the request to the PAR endpoint.',
  specs: [oidc('3.1.2.6')],
});
