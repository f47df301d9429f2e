import { rfc } from '../check.ts';
import { EXPIRED, expiredTitle } from '../shared/expired-refusals.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'token_expired',
  title: 'What the client handed in has expired (token_expired)',
  owner: 'client',
  why: 'The server knows what was handed in, and it is no longer valid. The error code is not registered.',
  fix: 'Get a fresh one, by refresh or a new login, and hand it in at once.',
  specs: [rfc(6749, '5.2'), rfc(8693, '2.2.2')],
  byGrant: EXPIRED,
  details: (message) => expiredTitle(message, 'token_expired'),
});
