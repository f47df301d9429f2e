import { oidc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'request_uri_not_supported',
  title: 'The server does not accept request_uri',
  severity: 'error',
  owner: 'client',
  why: 'The request refers to an object elsewhere, and the server has that switched off.',
  fix: 'Send the parameters themselves, or push them to the PAR endpoint.',
  specs: [oidc('3.1.2.6')],
});
