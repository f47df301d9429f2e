import { rfc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'expired_token',
  title: 'The login expired before it was approved',
  owner: 'client',
  why: 'The device code, or the request for a login elsewhere, is valid for a short time only, and the user did not answer in that time.',
  fix: 'Start again with a new code when the user is present, and show how long it is valid.',
  specs: [
    rfc(8628, '3.5'),
    {
      label: 'CIBA Core section 11',
      url: 'https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html#token_error_response',
    },
  ],
  // Another check covers the other grants.
  unless: ({ grant }) => grant !== 'device_code' && grant !== 'ciba',
});
