import { call, form, jwt, page } from '../../traffic/sketch.ts';
import type { Templates } from '../template.ts';

const json = { 'content-type': 'application/json' };

/** Calls of scripts: keys that look like tokens, fields that look like parameters. */
export const apis: Templates = {
  'a plain JSON call': (at, random, { app, api }) => [
    call(at, app, `${api}/v1/items/${random.digits(5)}`, {
      answerBody: { id: random.digits(5), state: 'ready', code: random.token(6) },
    }),
  ],
  'a call that is refused': (at, random, { app, api }) => [
    call(at, app, `${api}/v1/orders`, {
      body: JSON.stringify({ sku: random.token(8) }),
      headers: json,
      status: random.pick([400, 401, 403, 404, 409, 422, 500]),
      answerBody: { error: 'invalid_request', message: 'No.' },
    }),
  ],
  'an API key as a bearer': (at, random, { app }) => [
    call(at, app, 'https://api.maps.example/v2/tiles', {
      headers: { authorization: `Bearer sk_live_${random.token(24)}` },
      status: random.pick([200, 401, 429]),
      answerBody: { error: { type: 'invalid_request_error', message: 'Invalid API key' } },
    }),
  ],
  'the anonymous key of a backend': (at, random, { app }) => [
    call(at, app, 'https://project.backend.example/rest/v1/rows?select=*', {
      headers: { apikey: 'k', authorization: `Bearer ${jwt({ role: 'anon', ref: 'project' })}` },
      answerBody: { rows: random.below(9) },
    }),
  ],
  'the session token of the site’s own backend': (at, random, { app }) => [
    call(at, app, `${app}/api/auth/session`, {
      answerBody: { user: { name: 'A. User' }, expires: '2026-02-01', token: random.token(40) },
    }),
  ],
  'a CSRF token from a path of that name': (at, random, { app }) => [
    call(at, app, `${app}/token`, { answerBody: { csrf: random.token(32), expires_in: 3_600 } }),
  ],
  'a push registration': (at, random, { app, api }) => [
    call(at, app, `${api}/push/register`, {
      body: JSON.stringify({ token: random.token(152), client_id: random.uuid(), platform: 'web' }),
      headers: json,
      answerBody: { registered: true },
    }),
  ],
  'GraphQL with a scope and a code': (at, random, { app, api }) => [
    call(at, app, `${api}/graphql`, {
      body: JSON.stringify({
        operationName: 'Search',
        variables: { scope: 'ALL', code: random.token(12), state: 'OPEN', token: random.token(9) },
        query: 'query Search($code: String!) { search(code: $code) { id } }',
      }),
      headers: json,
      answerBody: { data: { search: [] }, errors: [{ message: 'no', code: 'invalid_grant' }] },
    }),
  ],
  'a feature flag service': (at, random, { app }) => [
    call(at, app, `https://flags.example/sdk/evalx/${random.hex(24)}/contexts`, {
      headers: { authorization: random.hex(24) },
      answerBody: { 'new-login': { value: true, active: true } },
    }),
  ],
  'App Check': (at, random, { app }) => [
    call(at, app, 'https://appcheck.example/v1/projects/p/apps/a:exchangeRecaptchaToken', {
      body: JSON.stringify({ recaptcha_token: random.token(400) }),
      headers: json,
      answerBody: { token: jwt({ sub: 'app', aud: ['projects/1'] }), ttl: '3600s' },
    }),
  ],
  'a preflight that a tracker refuses': (at, random, { app }) => [
    call(at, app, `https://tracker.example/${random.pick(['v1/events', 'token', 'me'])}`, {
      method: 'OPTIONS',
      preflight: true,
      headers: {
        'access-control-request-method': 'POST',
        'access-control-request-headers': random.pick(['content-type', 'traceparent', 'x-api-key']),
      },
      status: random.pick([403, 404]),
      answerBody: '',
    }),
  ],
  'an upload that is signed': (at, random, { app }) => [
    call(
      at,
      app,
      `https://bucket.storage.example/${random.uuid()}?X-Amz-Signature=${random.hex(64)}`,
      {
        method: 'PUT',
        body: random.token(50),
        headers: { 'content-type': 'image/png' },
      },
    ),
  ],
  'a call signed for a cloud': (at, random, { app }) => [
    call(at, app, 'https://sts.cloud.example/', {
      body: form({ Action: 'GetCallerIdentity', Version: '2011-06-15' }),
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=${random.token(20)}/x` },
      answerBody: '<GetCallerIdentityResponse/>',
    }),
  ],
  'a broker’s credentials for MQTT': (at, random, { app, api }) => [
    call(at, app, `${api}/mqtt/connect?client_id=${random.uuid()}&clean=1`, {
      answerBody: { url: 'wss://mqtt.example', password: random.token(20) },
    }),
  ],
  'an OpenAPI document that describes OAuth': (at, _, { app, api }) => [
    call(at, app, `${api}/openapi.json`, {
      answerBody: {
        openapi: '3.1.0',
        components: { securitySchemes: { o: { type: 'oauth2', flows: { password: {} } } } },
      },
    }),
  ],
  'keys in a configuration': (at, random, { app, api }) => [
    call(at, app, `${api}/config/keys`, { answerBody: { keys: [random.token(8), { name: 'x' }] } }),
  ],
  'a registration form of the site': (at, random, { app }) => [
    call(at, app, `${app}/register`, {
      body: form({ email: 'user@example.com', password: random.token(12), token: random.token(9) }),
      answerBody: { id: random.uuid() },
    }),
  ],
  'a logout of the site': (at, _, { app }) => [
    page(at, `${app}/logout`, { status: 302, answer: { location: '/' } }),
    page(at + 0.1, `${app}/`),
  ],
  'the site’s own login by JSON': (at, random, { app, api }) => [
    call(at, app, `${api}/v1/login`, {
      body: JSON.stringify({ username: 'user', password: random.token(12), client: 'web' }),
      headers: json,
      status: random.pick([200, 401]),
      answerBody: { access_token: random.token(40), user: { id: random.uuid() } },
    }),
  ],
  'a token for a video call': (at, random, { app, api }) => [
    call(at, app, `${api}/video/token?identity=user&room=${random.token(6)}`, {
      answerBody: { token: jwt({ grants: { video: { room: 'r' } }, iss: 'SK1', sub: 'AC1' }) },
    }),
  ],
  'a credential offer for a wallet': (at, random, { app, api }) => [
    call(at, app, `${api}/credential-offer/${random.uuid()}`, {
      answerBody: {
        credential_issuer: api,
        credential_configuration_ids: ['card'],
        grants: {
          'urn:ietf:params:oauth:grant-type:pre-authorized_code': {
            'pre-authorized_code': random.token(22),
          },
        },
      },
    }),
  ],
  'a partner’s link with its own words': (at, random, { app }) => [
    page(at, `${app}/partner?code=${random.token(6)}&state=${random.pick(['CA', 'new', 'done'])}`, {
      headers: { 'sec-fetch-site': 'cross-site', referer: 'https://partner.example/' },
    }),
  ],
  'a profile of the site': (at, random, { app }) => [
    call(at, app, `${app}/api/me`, { answerBody: { sub: random.uuid(), name: 'A. User' } }),
  ],
};
