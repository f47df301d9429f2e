import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'invalid_authorization_details',
  title: 'authorization_details are refused',
  severity: 'error',
  owner: 'client',
  why: 'The server does not know the type, or a field of it is missing or not allowed for this client.',
  fix: 'Compare authorization_details with what the API documents for this type.',
  specs: [rfc(9396, '5')],
});
