import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { causeIdOf, snapshotOf } from '../helpers/analyse.ts';
import { APP, AS, hidden, spa, withoutPkce } from './clients.ts';
import {
  call,
  form,
  frontChannel,
  idToken,
  login,
  redeemed,
  requestUrl,
  sent,
  valuesOf,
} from './sketch.ts';
import { conclusion, type Failure } from './summary.ts';

const preflight = (at: number, url: string, more = {}): Exchange =>
  call(at, APP, url, {
    method: 'OPTIONS',
    preflight: true,
    headers: {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    },
    ...more,
  });

const cases: readonly Failure[] = [
  [
    'an API redirects a script to the login',
    [
      ...login(spa),
      call(10, APP, `${APP}/api/orders`, {
        status: 302,
        mode: 'cors',
        headers: { authorization: `Bearer access-${valuesOf(spa).code}` },
        answer: {
          location: requestUrl({ ...spa, seed: 'api', callback: `${APP}/oauth2/callback` }),
        },
      }),
      call(10.1, APP, requestUrl({ ...spa, seed: 'api', callback: `${APP}/oauth2/callback` }), {
        status: 200,
        ...hidden(),
        answerBody: '<form><input type=password>',
      }),
    ],
    'succeeded',
    'cors-redirect-blocked',
  ],
  [
    'token endpoint without CORS',
    [...frontChannel(spa), redeemed(spa, hidden({ headers: {} }))],
    'failed',
    'cors-acao-missing',
  ],
  [
    'an opaque token at an API that wants a JWT',
    [
      ...login({ ...spa, tokens: { access_token: 'opaque-0123456789abcdef0123456789' } }),
      call(8, APP, 'https://api.example.com/x', {
        headers: { authorization: 'Bearer opaque-0123456789abcdef0123456789' },
        status: 401,
        answer: {
          'www-authenticate': 'Bearer error="invalid_token", error_description="jwt malformed"',
        },
        answerBody: '',
      }),
    ],
    'succeeded',
    'api-401-invalid-token',
  ],
  [
    'CORS hides an OAuth error',
    [
      ...frontChannel(spa),
      redeemed(
        spa,
        hidden({
          status: 400,
          answerBody: { error: 'invalid_grant', error_description: 'Code expired' },
        }),
      ),
    ],
    'failed',
    'cors-error-masks-oauth-error',
    ['token-error-invalid-grant'],
  ],
  [
    'clock skew',
    [
      ...frontChannel(spa),
      redeemed(
        {
          ...spa,
          tokens: {
            id_token: idToken(905, {
              iss: AS,
              aud: 'client-of-the-app',
              nonce: valuesOf(spa).nonce,
            }),
          },
        },
        { answer: { date: 'Thu, 01 Jan 2026 00:15:05 GMT' } },
      ),
    ],
    'failed',
    'clock-skew',
  ],
  [
    'nonce mismatch',
    [
      ...frontChannel(spa),
      redeemed({
        ...spa,
        tokens: {
          id_token: idToken(4, {
            iss: AS,
            aud: 'client-of-the-app',
            nonce: 'nonce-of-another-tab',
          }),
        },
      }),
    ],
    'failed',
    'id-token-nonce-mismatch',
  ],
  [
    'no openid, userinfo refuses',
    [
      ...login({ ...spa, request: { scope: 'profile', nonce: undefined } }),
      call(7, APP, `${AS}/userinfo`, {
        headers: { authorization: `Bearer access-${valuesOf(spa).code}` },
        status: 403,
        answer: { 'www-authenticate': 'Bearer error="insufficient_scope", scope="openid"' },
        answerBody: { error: 'insufficient_scope' },
      }),
    ],
    'succeeded',
    'api-403-insufficient-scope',
  ],
  [
    'the preflight of the token request fails',
    [
      ...frontChannel(spa),
      preflight(4.7, `${AS}/token`, { status: 405 }),
      redeemed(spa, {
        status: null,
        failure: { reason: 'blocked', text: 'net::ERR_FAILED' },
        delivered: false,
        headers: { authorization: `Basic ${btoa('client-of-the-app:')}` },
      }),
    ],
    'failed',
    'cors-preflight-failed',
  ],
  [
    'GitHub: bad_verification_code with 200',
    [
      sent(0, 'https://github.com/login/oauth/access_token', {
        body: form({ client_id: 'Iv1.0', client_secret: 's3cr3t', code: '0123456789abcdef0123' }),
        answer: { 'content-type': 'application/x-www-form-urlencoded' },
        answerBody:
          'error=bad_verification_code&error_description=The+code+passed+is+incorrect+or+expired.&error_uri=https%3A%2F%2Fdocs.example.com',
      }),
    ],
    'failed',
    'token-error-unknown-code',
    ['token-error-with-200', 'token-response-form-encoded'],
  ],
  [
    'the ID token sent to the API',
    (() => {
      const id = idToken(4, { iss: AS, aud: 'client-of-the-app', nonce: valuesOf(spa).nonce });
      return [
        ...login({ ...spa, tokens: { id_token: id } }),
        call(8, APP, 'https://api.example.com/x', {
          headers: { authorization: `Bearer ${id}` },
          status: 401,
          answer: {
            'www-authenticate':
              'Bearer error="invalid_token", error_description="invalid audience"',
          },
          answerBody: '',
        }),
      ];
    })(),
    'succeeded',
    'id-token-used-as-access-token',
  ],
  [
    'an ad blocker',
    [
      ...frontChannel(spa),
      redeemed(spa, {
        status: null,
        failure: { reason: 'blocked-by-client', text: 'net::ERR_BLOCKED_BY_CLIENT' },
      }),
    ],
    'failed',
    'request-blocked-by-client',
  ],
  [
    'a page of a firewall in place of tokens',
    [
      ...frontChannel(spa),
      redeemed(spa, {
        answer: { 'content-type': 'text/html' },
        answerBody: '<html><title>Request Rejected</title><p>The requested URL was rejected.',
      }),
    ],
    'failed',
    'token-response-html',
  ],
  [
    'public client without PKCE, CORS at the token endpoint',
    [
      ...frontChannel({ ...spa, request: withoutPkce }),
      redeemed({ ...spa, redeem: { code_verifier: undefined } }, hidden()),
    ],
    'failed',
    'cors-acao-missing',
    ['pkce-missing'],
  ],
];

describe('a refused preflight without its request', () => {
  it.each([
    ['authorization', ['cors-preflight-failed']],
    ['Content-Type, DPoP', ['cors-preflight-failed']],
    ['content-type,x-authorization', []],
  ])('asks to send %s', (names, found) => {
    const headers = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': names,
    };
    const refused = preflight(0, 'https://api.example.net/x', { status: 404, headers });
    const { flows } = snapshotOf([refused]);
    expect(flows.map(({ flow, outcome }) => [flow.grant, outcome])).toEqual(
      found.map(() => ['api_call', 'failed']),
    );
    expect(flows.map(causeIdOf)).toEqual(found);
  });
});

describe('failures on the way to tokens and after them', () => {
  for (const [name, exchanges, outcome, cause, beside = []] of cases) {
    it(name, () => expect(conclusion(exchanges)).toEqual({ outcome, cause, beside }));
  }
});
