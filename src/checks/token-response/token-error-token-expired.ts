import { rfc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'token_expired',
  title: 'A token that was handed in has expired',
  owner: 'client',
  why: 'The request exchanges a token for another one, and the first is no longer valid. The error code is not registered.',
  fix: 'Get a fresh token, by refresh or a new login, and repeat the exchange at once.',
  specs: [rfc(8693, '2.2.2')],
});
