import { rfc } from '../check.ts';
import { EXPIRED, expiredTitle } from '../shared/expired-refusals.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'expired_token',
  title: 'What the client handed in has expired (expired_token)',
  owner: 'client',
  why: 'The server knows what was handed in, and its time is over. RFC 8628 defines the code for the device grant; some servers use it for other grants.',
  fix: 'Get a new one, and hand it in at once.',
  specs: [rfc(6749, '5.2')],
  // Another check covers logins that are approved on another device.
  unless: ({ grant }) => grant === 'device_code' || grant === 'ciba',
  byGrant: EXPIRED,
  details: (message) => expiredTitle(message, 'expired_token'),
});
