import { form, page, posted, redirect } from '../../traffic/sketch.ts';
import type { Templates } from '../template.ts';

/** Other ways to log in, which use some of the same words. */
export const protocols: Templates = {
  'SAML by redirect and post': (at, random, { app, idp }) => [
    redirect(
      at,
      `${app}/saml/login`,
      `${idp}/saml/sso?SAMLRequest=${random.token(200)}&RelayState=${random.token(24)}&SigAlg=x`,
    ),
    page(at + 0.2, `${idp}/saml/sso?SAMLRequest=${random.token(200)}&RelayState=r`),
    posted(at + 6, `${app}/saml/acs`, {
      SAMLResponse: random.token(900),
      RelayState: random.token(24),
    }),
  ],
  'WS-Federation': (at, random, { app, idp }) => [
    page(at, `${idp}/adfs/ls/?wa=wsignin1.0&wtrealm=${encodeURIComponent(app)}&wctx=rm%3D0`),
    posted(at + 5, `${app}/signin-wsfed`, {
      wa: 'wsignin1.0',
      wresult: `<t:RequestSecurityTokenResponse>${random.token(300)}`,
      wctx: 'rm=0',
      state: random.token(20),
    }),
  ],
  'OAuth 1.0a': (at, random, { app }) => [
    page(at, `https://api.example.org/oauth/authorize?oauth_token=${random.token(27)}`),
    redirect(
      at + 4,
      'https://api.example.org/oauth/authorize',
      `${app}/cb?oauth_token=${random.token(27)}&oauth_verifier=${random.token(32)}`,
      { method: 'POST', body: form({ oauth_token: random.token(27) }) },
    ),
    page(at + 4.2, `${app}/cb?oauth_token=${random.token(27)}&oauth_verifier=${random.token(32)}`),
  ],
  'OpenID 2.0, as Steam has it': (at, random, { app }) => [
    page(
      at,
      `https://steam.example.org/openid/login?openid.ns=http%3A%2F%2Fspecs.openid.net%2Fauth%2F2.0&openid.mode=checkid_setup&openid.return_to=${encodeURIComponent(app)}`,
    ),
    page(
      at + 3,
      `${app}/auth/steam?openid.mode=id_res&openid.sig=${random.token(28)}&openid.response_nonce=${random.token(20)}&state=${random.token(20)}`,
    ),
  ],
  CAS: (at, random, { app, idp }) => [
    page(at, `${idp}/cas/login?service=${encodeURIComponent(`${app}/cas`)}`),
    page(at + 4, `${app}/cas?ticket=ST-${random.digits(5)}-${random.token(30)}-cas`),
  ],
  Kerberos: (at, _, { idp }) => [
    page(at, `${idp}/intranet`, { status: 401, answer: { 'www-authenticate': 'Negotiate' } }),
    page(at + 0.1, `${idp}/intranet`, { headers: { authorization: 'Negotiate YII' } }),
  ],
  'HTTP Basic': (at, _, { app }) => [
    page(at, `${app}/staging`, {
      status: 401,
      answer: { 'www-authenticate': 'Basic realm="staging"' },
    }),
    page(at + 2, `${app}/staging`, { headers: { authorization: `Basic ${btoa('dev:dev')}` } }),
  ],
  'a login form with a CSRF token': (at, random, { app }) => [
    page(at, `${app}/login`),
    posted(at + 4, `${app}/login`, {
      csrf_token: random.token(32),
      username: 'user',
      password: 'correct horse',
      state: random.token(16),
    }),
  ],
  WebAuthn: (at, random, { app }) => [
    posted(at, `${app}/webauthn/assert`, {
      id: random.token(43),
      response: random.token(200),
      challenge: random.token(43),
    }),
  ],
  'a wallet that signs in': (at, random, { app }) => [
    posted(at, `${app}/siwe/verify`, {
      message: `app wants you to sign in. Nonce: ${random.token(17)}`,
      signature: `0x${random.hex(130)}`,
      nonce: random.token(17),
    }),
  ],
  'a CAPTCHA': (at, random, { app }) => [
    posted(at, `${app}/contact`, {
      'g-recaptcha-response': random.token(300),
      response: random.token(300),
      message: 'Hello',
    }),
  ],
  'Turnstile in front of a page': (at, random, { app }) => [
    posted(at, `${app}/?__cf_chl_tk=${random.token(43)}`, {
      'cf-turnstile-response': `0.${random.token(300)}`,
      md: random.token(64),
    }),
  ],
};
