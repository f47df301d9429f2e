import { rfc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'temporarily_unavailable',
  title: 'The token endpoint is temporarily unavailable',
  owner: 'authorization server',
  why: 'The server is overloaded or under maintenance.',
  fix: 'Repeat the request later and honour Retry-After.',
  specs: [rfc(6749, '4.1.2.1')],
});
