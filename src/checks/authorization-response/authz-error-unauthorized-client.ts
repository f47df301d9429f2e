import { rfc } from '../check.ts';
import { authorizationErrorCheck } from '../shared/authorization-error-check.ts';

export default authorizationErrorCheck({
  code: 'unauthorized_client',
  setting: 'grant-types',
  title: 'The client may not use this flow',
  severity: 'error',
  owner: 'registration',
  why: 'The registration of the client does not allow this response type or grant.',
  fix: 'Enable the authorization code flow for the client, or use the client_id that has it.',
  specs: [rfc(6749, '4.1.2.1')],
});
