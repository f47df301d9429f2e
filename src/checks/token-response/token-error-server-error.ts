import { rfc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'server_error',
  title: 'The token endpoint reports an internal error',
  owner: 'authorization server',
  why: 'The server failed while it worked on the request. The request itself may be correct.',
  fix: 'Try once more, then look into the logs of the authorization server at this moment.',
  specs: [rfc(6749, '5.2')],
});
