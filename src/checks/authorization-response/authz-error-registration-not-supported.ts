import { oidc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'registration_not_supported',
  title: 'The server does not accept the parameter registration',
  severity: 'error',
  owner: 'client',
  why: 'The request describes its client itself, which this server does not support.',
  fix: 'Register the client at the server and leave registration out.',
  specs: [oidc('3.1.2.6')],
});
