import { rfc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'invalid_target',
  title: 'The requested resource is unknown to the server',
  owner: 'client',
  why: 'The server does not know the resource or audience, or does not let this client have tokens for it.',
  fix: 'Register the resource at the server and send its exact identifier.',
  specs: [rfc(8707, '2')],
});
