import { rfc } from '../check.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'access_denied',
  title: 'The login was refused on the other device',
  owner: 'client',
  severity: 'warning',
  why: 'The user, or a policy of the server, refused the login on the device that approves it. The code or request cannot be used again.',
  fix: 'Tell the user, and start a new login when they want one.',
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
