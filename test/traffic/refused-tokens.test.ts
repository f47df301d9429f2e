import { describe, expect, it } from 'vitest';
import { APP, AS, keycloak, okta } from './clients.ts';
import { call, form, jwt, login } from './sketch.ts';
import { conclusion, type Failure } from './summary.ts';
import { API, ask, client, refusal, TOKEN } from './token-calls.ts';

const refresh = (at: number, token: string, answer: object, status = 200) =>
  call(at, APP, `${AS}/token`, {
    body: form({
      grant_type: 'refresh_token',
      refresh_token: token,
      client_id: 'client-of-the-app',
    }),
    status,
    answerBody: answer,
  });

const cases: readonly Failure[] = [
  [
    'ASP.NET: the audience',
    [...client(TOKEN), ask(10, '/a', TOKEN, refusal(`The audience '${API}' is invalid`))],
    'succeeded',
    'access-token-audience-mismatch',
  ],
  [
    'Spring: the issuer',
    [
      ...client(TOKEN),
      ask(
        10,
        '/a',
        TOKEN,
        refusal('An error occurred while attempting to decode the Jwt: The iss claim is not valid'),
      ),
    ],
    'succeeded',
    'access-token-issuer-mismatch',
  ],
  [
    'Spring: the keys',
    [
      ...client(TOKEN),
      ask(
        10,
        '/a',
        TOKEN,
        refusal('Signed JWT rejected: Another algorithm expected, or no matching key(s) found'),
      ),
    ],
    'succeeded',
    'api-401-invalid-token',
  ],
  [
    'Envoy: too early, in plain text',
    [...client(TOKEN), ask(10, '/a', TOKEN, { status: 401, answerBody: 'Jwt is not yet valid' })],
    'succeeded',
    'access-token-not-yet-valid',
  ],
  [
    'express-jwt: expired, in JSON',
    [
      ...client('opaque-token-of-the-session-1'),
      ask(10, '/a', 'opaque-token-of-the-session-1', {
        status: 401,
        answerBody: { code: 'invalid_token', message: 'jwt expired' },
      }),
    ],
    'succeeded',
    'access-token-expired',
  ],
  [
    'Keycloak: no audience is configured',
    [
      ...login({
        ...keycloak,
        tokens: { ...keycloak.tokens, access_token: jwt({ iss: keycloak.issuer, aud: 'account' }) },
      }),
      ask(10, '/a', jwt({ iss: keycloak.issuer, aud: 'account' }), { status: 401 }),
    ],
    'succeeded',
    'access-token-audience-mismatch',
  ],
  [
    'one route of the API has other middleware',
    [
      ...client(TOKEN),
      ask(10, '/orders', TOKEN),
      ask(10.2, '/admin/orders', TOKEN, { status: 401 }),
    ],
    'succeeded',
    'api-401-invalid-token',
  ],
  [
    'the API wants a scope, in a body of its own',
    [
      ...client(TOKEN),
      ask(10, '/orders', TOKEN, {
        method: 'POST',
        status: 403,
        answerBody: {
          error: { reason: 'insufficientScope', message: 'Requires scope "orders:write"' },
        },
      }),
    ],
    'succeeded',
    'api-403-insufficient-scope',
  ],
  [
    'the refused refresh goes on all night',
    [
      ...client(TOKEN, { refresh_token: 'r-1' }),
      ...[30_000, 30_060, 30_120, 30_180].map((at) =>
        refresh(at, 'r-1', { error: 'invalid_grant' }, 400),
      ),
    ],
    'succeeded',
    'refresh-loop-after-failure',
  ],
  [
    'the consent was withdrawn',
    [
      ...client(TOKEN, { refresh_token: 'r-1' }),
      refresh(
        900,
        'r-1',
        { error: 'invalid_grant', error_description: 'Consent was revoked' },
        400,
      ),
    ],
    'succeeded',
    'refresh-invalid-grant',
  ],
];

/** What works stays without a finding. */
const healthy: readonly Failure[] = [
  [
    'an API that accepts a token with any audience',
    [
      ...client(jwt({ iss: AS, aud: 'https://other.example' })),
      ask(10, '/a', jwt({ iss: AS, aud: 'https://other.example' })),
    ],
    'succeeded',
    null,
  ],
  [
    'Okta: two refreshes at once, both within the grace period',
    [
      ...login({ ...okta, tokens: { ...okta.tokens, refresh_token: 'r-1' } }),
      ...[300, 300.2].map((at) =>
        call(at, APP, okta.token ?? '', {
          body: form({
            grant_type: 'refresh_token',
            refresh_token: 'r-1',
            client_id: '0oa1example',
          }),
          answerBody: { access_token: `a-${at}`, token_type: 'Bearer', refresh_token: `r-${at}` },
        }),
      ),
    ],
    'succeeded',
    null,
  ],
  [
    'a token for several APIs of several sites',
    [
      ...client(jwt({ iss: AS, aud: [API, 'https://mail.example.net'] })),
      ask(10, '/a', jwt({ iss: AS, aud: [API, 'https://mail.example.net'] })),
      call(11, APP, 'https://mail.example.net/1', {
        headers: {
          authorization: `Bearer ${jwt({ iss: AS, aud: [API, 'https://mail.example.net'] })}`,
        },
      }),
    ],
    'succeeded',
    null,
  ],
  [
    'a rule of the application',
    [
      ...client(TOKEN),
      ask(10, '/a', TOKEN, { status: 403, answerBody: { message: 'The trial is over' } }),
    ],
    'succeeded',
    null,
  ],
  [
    'refused once, refreshed and repeated',
    [
      ...client(TOKEN, { refresh_token: 'r-1' }),
      ask(10, '/a', TOKEN, refusal('The audience is invalid')),
      refresh(10.5, 'r-1', { access_token: 'a-2', token_type: 'Bearer', refresh_token: 'r-2' }),
      ask(11, '/a', 'a-2'),
    ],
    'succeeded',
    null,
  ],
];

describe('tokens that an API or the server refuses', () => {
  for (const [name, exchanges, outcome, cause, beside = []] of cases) {
    it(name, () => expect(conclusion(exchanges)).toEqual({ outcome, cause, beside }));
  }
});

describe('tokens that are taken in the end', () => {
  for (const [name, exchanges, outcome, cause, beside = []] of healthy) {
    it(name, () => expect(conclusion(exchanges)).toEqual({ outcome, cause, beside }));
  }
});
