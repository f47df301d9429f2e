import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP } from './clients.ts';
import { call, form, jwt, page } from './sketch.ts';
import { summary } from './summary.ts';

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
  'the script of PayPal': beacon(
    'https://www.paypal.com/sdk/js?client-id=AZexample&client_id=AZexample&currency=EUR&intent=capture',
    { answer: { 'content-type': 'application/javascript' } },
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
  'an API with keys': call(0, APP, 'https://api.example.com/keys', {
    answerBody: { keys: [{ id: 1 }] },
  }),
  'an API called /me with a cookie': call(0, APP, `${APP}/me`, {
    headers: { cookie: 'sid=1' },
    status: 401,
    answerBody: { error: 'unauthenticated' },
  }),
};

describe('calls that only look like OAuth', () => {
  it.each(Object.entries(everyday))('%s', (_, exchanges) => {
    const list = 'id' in exchanges ? [exchanges] : exchanges;
    expect(summary(list)).toEqual({ flows: [], outside: [] });
  });
});
