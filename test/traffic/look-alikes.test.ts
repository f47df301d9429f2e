import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { call, form, jwt, page, posted, redirect, sent } from './sketch.ts';
import { summary } from './summary.ts';

const APP = 'https://app.example.com';
const CROSS = { 'sec-fetch-site': 'cross-site', referer: 'https://mail.example.net/' };
const CALLBACK = `${APP}/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj8Xq2Zt7Vw1n`;

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

/** An image or a beacon. */
const beacon = (url: string, more = {}): Exchange =>
  page(0, url, {
    destination: 'other',
    mode: 'no-cors',
    answer: { 'content-type': 'image/gif' },
    ...more,
  });

const everyday: Readonly<Record<string, Exchange | readonly Exchange[]>> = {
  'a coupon': page(0, 'https://shop.example.com/cart?code=SUMMER2026SALE&coupon=1', {
    headers: CROSS,
  }),
  'a coupon from a mail campaign': page(
    0,
    'https://shop.example.com/?code=WELCOME-BACK-2026&utm_source=mail&utm_campaign=x',
    { headers: CROSS },
  ),
  'a referral code with a state of the country': page(
    0,
    'https://shop.example.com/join?code=FRIEND-OF-ADA&state=CA',
    { headers: CROSS },
  ),
  'a one-time password in a link': page(
    0,
    'https://app.example.com/verify?code=493021&email=ada%40example.com',
    { headers: CROSS },
  ),
  'a mail confirmation of Firebase': page(
    0,
    'https://example.firebaseapp.com/__/auth/action?mode=verifyEmail&oobCode=abcdefghijklmnop&apiKey=AIzaSyExample&lang=en',
    { headers: CROSS },
  ),
  'a magic link with token_hash': page(
    0,
    `${APP}/auth/confirm?token_hash=pkce_0123456789abcdef&type=magiclink`,
    { headers: CROSS },
  ),
  'an invitation': page(0, `${APP}/invite?code=aBcDeFgHiJkL&invite=1`, { headers: CROSS }),
  'a page view sent to Google Analytics': beacon(
    `https://www.google-analytics.com/g/collect?v=2&dl=${encodeURIComponent(CALLBACK)}&dt=App`,
  ),
  'a page view sent to a first-party collector': beacon(
    `https://stats.example.com/collect?url=${encodeURIComponent(CALLBACK)}&state=complete&error=0`,
  ),
  'Facebook pixel': beacon(
    `https://www.facebook.com/tr/?id=1&ev=PageView&dl=${encodeURIComponent(CALLBACK)}&code=abc`,
  ),
  Matomo: beacon(
    `https://matomo.example.com/matomo.php?action_name=App&idsite=1&url=${encodeURIComponent(CALLBACK)}&state=x`,
  ),
  'Segment with the page in JSON': call(0, APP, 'https://api.segment.io/v1/p', {
    body: JSON.stringify({
      context: { page: { url: CALLBACK, search: CALLBACK.split('?')[1] } },
      code: 'x',
      state: 'y',
    }),
    headers: { 'content-type': 'text/plain', authorization: `Basic ${btoa('writekey:')}` },
    answerBody: { success: true },
  }),
  'Sentry with the callback in a breadcrumb': call(
    0,
    APP,
    'https://o0.ingest.sentry.io/api/1/envelope/?sentry_key=0123',
    {
      body: `{"event_id":"0"}\n{"type":"event"}\n{"request":{"url":"${CALLBACK}"}}`,
      headers: { 'content-type': 'text/plain' },
      answerBody: { id: '0' },
    },
  ),
  'SAML by redirect and POST': [
    redirect(
      0,
      `${APP}/login`,
      'https://idp.example.net/saml2?SAMLRequest=fZJNT%2BMwEIb&RelayState=%2Fhome',
    ),
    page(0.2, 'https://idp.example.net/saml2?SAMLRequest=fZJNT%2BMwEIb&RelayState=%2Fhome'),
    posted(
      5,
      `${APP}/saml/acs`,
      { SAMLResponse: 'PHNhbWxwOlJlc3BvbnNl', RelayState: '/home' },
      { headers: { ...CROSS, origin: 'https://idp.example.net' } },
    ),
  ],
  'WS-Federation': [
    page(
      0,
      `https://login.microsoftonline.com/common/wsfed?wa=wsignin1.0&wtrealm=urn%3Aapp&wreply=${encodeURIComponent(APP)}&wctx=x`,
    ),
    posted(
      3,
      `${APP}/signin-wsfed`,
      { wa: 'wsignin1.0', wresult: '<t:RequestSecurityTokenResponse/>', wctx: 'x' },
      { headers: CROSS },
    ),
  ],
  'OAuth 1.0a': [
    sent(0, 'https://api.example.net/oauth/request_token', {
      method: 'POST',
      headers: { authorization: 'OAuth oauth_consumer_key="a", oauth_signature="b"' },
      answer: { 'content-type': 'application/x-www-form-urlencoded' },
      answerBody: 'oauth_token=x&oauth_token_secret=y&oauth_callback_confirmed=true',
    }),
    page(1, 'https://api.example.net/oauth/authorize?oauth_token=x'),
    page(5, `${APP}/cb?oauth_token=x&oauth_verifier=v`, { headers: CROSS }),
    sent(6, 'https://api.example.net/oauth/access_token', {
      body: form({ oauth_verifier: 'v', oauth_token: 'x' }),
      answer: { 'content-type': 'application/x-www-form-urlencoded' },
      answerBody: 'oauth_token=z&oauth_token_secret=w',
    }),
  ],
  'OpenID 2.0 of Steam': [
    page(
      0,
      `https://steamcommunity.com/openid/login?openid.ns=http%3A%2F%2Fspecs.openid.net%2Fauth%2F2.0&openid.mode=checkid_setup&openid.return_to=${encodeURIComponent(APP)}`,
    ),
    page(
      4,
      `${APP}/steam?openid.ns=http%3A%2F%2Fspecs.openid.net%2Fauth%2F2.0&openid.mode=id_res&openid.sig=x`,
      { headers: CROSS },
    ),
  ],
  CAS: [
    page(0, `https://cas.example.net/login?service=${encodeURIComponent(`${APP}/`)}`),
    page(3, `${APP}/?ticket=ST-1-abcdefghijkl`, { headers: CROSS }),
  ],
  'the secret key of Stripe': call(0, APP, 'https://api.stripe.com/v1/charges', {
    ...bearer('sk_test_4eC39HqLyjWDarjtT1zdp7dc'),
    status: 401,
    answerBody: { error: { message: 'Invalid API Key provided', type: 'invalid_request_error' } },
  }),
  'the anonymous key of Supabase': call(0, APP, 'https://abc.supabase.co/rest/v1/todos?select=*', {
    ...bearer(
      jwt({ iss: 'supabase', ref: 'abc', role: 'anon', iat: 1_700_000_000, exp: 2_015_000_000 }),
    ),
    answerBody: [],
  }),
  Algolia: call(
    0,
    APP,
    'https://abc-dsn.algolia.net/1/indexes/*/queries?x-algolia-api-key=0123&x-algolia-application-id=ABC',
    { body: '{"requests":[]}', answerBody: { results: [] } },
  ),
  OpenAI: call(0, APP, 'https://api.openai.com/v1/chat/completions', {
    ...bearer('sk-proj-example'),
    method: 'POST',
    body: '{"model":"m"}',
    status: 429,
    answerBody: { error: { message: 'Rate limit', code: 'rate_limit_exceeded' } },
  }),
  'a map with a public key': beacon(
    'https://api.mapbox.com/styles/v1/mapbox/streets-v12/tiles/1/0/0?access_token=pk.eyJ1IjoiZXhhbXBsZSJ9.c2ln',
    { answer: { 'content-type': 'image/png' } },
  ),
  'a map with a client_id': beacon(
    'https://maps.googleapis.com/maps/api/js?client=gme-example&client_id=gme-example&channel=x&callback=init&state=1',
    { answer: { 'content-type': 'text/javascript' } },
  ),
  'a login button library of Google': beacon(
    'https://accounts.google.com/gsi/button?client_id=0.apps.googleusercontent.com&iframe_id=x&as=y',
    { destination: 'iframe', mode: 'navigate', answer: { 'content-type': 'text/html' } },
  ),
  'status of Google One Tap': call(
    0,
    APP,
    'https://accounts.google.com/gsi/status?client_id=0.apps.googleusercontent.com&cas=x',
    { answerBody: {} },
  ),
  '3-D Secure': [
    posted(0, 'https://acs.bank.example/pareq', { PaReq: 'x', MD: 'm', TermUrl: `${APP}/3ds` }),
    posted(4, `${APP}/3ds`, { PaRes: 'x', MD: 'm' }, { headers: CROSS }),
    posted(5, 'https://acs.bank.example/challenge', {
      creq: 'eyJ0aHJlZURTU2VydmVyVHJhbnNJRCI6IjAifQ',
      threeDSSessionData: 'x',
    }),
    posted(
      9,
      `${APP}/3ds2`,
      { cres: 'eyJ0cmFuc1N0YXR1cyI6IlkifQ', threeDSSessionData: 'x' },
      { headers: CROSS },
    ),
  ],
  PayPal: [
    page(0, 'https://www.paypal.com/checkoutnow?token=EC-0AB12345CD6789012&client_id=AZexample'),
    page(5, `${APP}/paid?token=EC-0AB12345CD6789012&PayerID=ABCDEFGHIJKLM`, { headers: CROSS }),
  ],
  'the script of PayPal': beacon(
    'https://www.paypal.com/sdk/js?client-id=AZexample&client_id=AZexample&currency=EUR&intent=capture',
    { answer: { 'content-type': 'application/javascript' } },
  ),
  'Stripe Checkout': page(0, `${APP}/done?session_id=cs_test_a1b2&state=paid&code=ok-0000-0000`, {
    headers: CROSS,
  }),
  'issues of GitHub': [
    page(0, 'https://github.com/example/repo/issues?q=is%3Aissue&state=open'),
    call(1, 'https://github.com', 'https://github.com/example/repo/issues?state=closed&error=', {}),
  ],
  'an error page of a site': page(
    0,
    'https://shop.example.com/oops?error=not_found&state=initial',
    { headers: CROSS },
  ),
  'the own login page of an app': page(
    0,
    `${APP}/login?redirect_uri=${encodeURIComponent('/orders')}&state=expired`,
  ),
  'the own login page of an app with an absolute address': page(
    0,
    `${APP}/login?redirect_uri=${encodeURIComponent(`${APP}/orders`)}&client_id=web&error=session_expired`,
  ),
  'a GraphQL mutation with code and state': call(0, APP, `${APP}/graphql`, {
    body: JSON.stringify({
      query:
        'mutation Verify($code: String!, $state: String) { verify(code: $code, state: $state) { token } }',
      variables: { code: 'DE-2026-ABCDEFG', state: 'open' },
    }),
    answerBody: { data: { verify: { token: 't' } } },
  }),
  'a GraphQL query of tokens': call(0, APP, `${APP}/graphql`, {
    body: JSON.stringify({
      operationName: 'RefreshToken',
      variables: { token: 'abc', client_id: 'x' },
    }),
    answerBody: { data: null, errors: [{ message: 'Unauthorized' }] },
  }),
  'a CSRF token': call(0, APP, `${APP}/api/token`, { answerBody: { token: 'abc' } }),
  'a CSRF token by POST': call(0, APP, `${APP}/api/token`, {
    body: 'action=submit&id=1',
    answerBody: { token: 'abc' },
  }),
  'a push registration': call(
    0,
    APP,
    'https://fcmregistrations.googleapis.com/v1/projects/x/registrations',
    {
      body: JSON.stringify({
        web: { endpoint: 'https://fcm.googleapis.com/fcm/send/x', auth: 'a', p256dh: 'b' },
      }),
      headers: { 'x-goog-api-key': 'AIza' },
      answerBody: { token: 'c', web: {} },
    },
  ),
  'a push token': call(0, APP, `${APP}/push/token`, {
    body: form({ token: 'c1Z', platform: 'web' }),
    answerBody: { ok: true },
  }),
  'an upload that reCAPTCHA guards': call(
    0,
    APP,
    'https://www.google.com/recaptcha/api2/userverify?k=x',
    { body: form({ v: 'x', c: 'y', response: 'abc.def.ghi' }), answerBody: 'x' },
  ),
  Turnstile: call(0, APP, `${APP}/verify`, {
    body: form({ 'cf-turnstile-response': '0.abc', response: 'a.b.c' }),
    answerBody: { success: true },
  }),
  'Swagger UI': [
    page(0, 'https://api.example.com/swagger/index.html'),
    page(1, 'https://api.example.com/swagger/oauth2-redirect.html'),
    call(2, 'https://api.example.com', 'https://api.example.com/swagger/v1/swagger.json', {
      answerBody: {
        openapi: '3.0.1',
        components: {
          securitySchemes: {
            oauth2: {
              flows: {
                authorizationCode: {
                  authorizationUrl: 'https://as.example.com/authorize',
                  tokenUrl: 'https://as.example.com/token',
                },
              },
            },
          },
        },
      },
    }),
  ],
  'a login form of the app with a password': call(0, APP, `${APP}/api/login`, {
    body: JSON.stringify({ username: 'u', password: 'p', client_id: 'web' }),
    answerBody: { token: jwt({ sub: 'u' }) },
  }),
  WebAuthn: call(0, APP, `${APP}/webauthn/verify`, {
    body: JSON.stringify({
      id: 'x',
      response: { clientDataJSON: 'x' },
      type: 'public-key',
      state: 's',
    }),
    answerBody: { ok: true },
  }),
  'SSO of a mail service with sso and sig (Discourse)': page(
    0,
    'https://forum.example.com/session/sso_login?sso=bm9uY2U9eA%3D%3D&sig=00ff',
    { headers: CROSS },
  ),
  'video embed with a state': page(
    0,
    'https://player.example.com/embed?client_id=player1&autoplay=1&state=play',
    { destination: 'iframe' },
  ),
  'a SoundCloud call with client_id': call(
    0,
    APP,
    'https://api-v2.soundcloud.com/tracks?client_id=abcdefghijklmnop&limit=10',
    { answerBody: {} },
  ),
  'an Unsplash call with client_id': call(
    0,
    APP,
    'https://api.unsplash.com/photos?client_id=abcdefghijklmnop',
    { answerBody: [] },
  ),
  'a Twitch embed with client_id': call(0, APP, 'https://gql.twitch.tv/gql', {
    body: '[{"operationName":"X"}]',
    headers: { 'client-id': 'k' },
    answerBody: [],
  }),
  'a survey with response and code': page(
    0,
    'https://survey.example.com/s?response=yes.no.maybe&code=ABCDEFGH',
    { headers: CROSS },
  ),
  'an API with keys': call(0, APP, 'https://api.example.com/keys', {
    answerBody: { keys: [{ id: 1 }] },
  }),
  'an API called /me with a cookie': call(0, APP, `${APP}/me`, {
    headers: { cookie: 'sid=1' },
    status: 401,
    answerBody: { error: 'unauthenticated' },
  }),
  'a logout link of the app': redirect(0, `${APP}/logout`, '/'),
};

describe('what only looks like OAuth', () => {
  it.each(Object.entries(everyday))('%s', (_, exchanges) => {
    const list = 'id' in exchanges ? [exchanges] : exchanges;
    expect(summary(list)).toEqual({ flows: [], outside: [] });
  });
});
