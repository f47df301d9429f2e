import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The password grant is used',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'The app sees the password of its users, and second factors, passkeys and single sign-on cannot work. Current practice forbids this grant.',
  fix: 'Use the authorization code grant with PKCE.',
  specs: [rfc(9700, '2.4')],
  subject: 'token-request',
  *check({ grantType }) {
    if (grantType !== 'password') return;
    yield { at: parameter('grant_type'), observed: 'The token request has grant_type=password.' };
  },
});
