import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, AS, spa, withoutPkce } from './clients.ts';
import {
  call,
  form,
  frontChannel,
  login,
  page,
  redeemed,
  responseUrl,
  sent,
  valuesOf,
} from './sketch.ts';
import { conclusion, type Failure } from './summary.ts';

const refused = (error: string, description = '', status = 400, more = {}): Exchange =>
  redeemed(spa, { status, answerBody: { error, error_description: description }, ...more });

const cases: readonly Failure[] = [
  [
    'invalid_grant',
    [...frontChannel(spa), refused('invalid_grant', 'Code not valid')],
    'failed',
    'token-error-invalid-grant',
  ],
  [
    'the code used twice by a double effect',
    [
      ...login(spa),
      { ...refused('invalid_grant', 'Code not found'), startedAt: redeemed(spa).startedAt + 30 },
    ],
    'succeeded',
    'code-reused',
  ],
  [
    'the code used twice, for which the server revokes its tokens',
    [
      ...login({ ...spa, tokens: { refresh_token: 'refresh-1-kZ8' } }),
      { ...refused('invalid_grant'), startedAt: redeemed(spa).startedAt + 30 },
      call(5, APP, `${AS}/userinfo`, {
        headers: { authorization: `Bearer access-${valuesOf(spa).code}` },
        status: 401,
        answerBody: '',
      }),
      call(6, APP, spa.token ?? '', {
        body: form({ grant_type: 'refresh_token', refresh_token: 'refresh-1-kZ8' }),
        status: 400,
        answerBody: { error: 'invalid_grant' },
      }),
    ],
    'succeeded',
    'code-reused',
  ],
  ...(
    [
      ['and whose tokens live on', 200, 'refresh-invalid-grant'],
      ['and a server that then breaks', 500, 'userinfo-failed'],
    ] as const
  ).map(
    ([name, status, beside]): Failure => [
      `the code used twice, ${name}`,
      [
        ...login({ ...spa, tokens: { refresh_token: 'refresh-1-kZ8' } }),
        { ...refused('invalid_grant'), startedAt: redeemed(spa).startedAt + 30 },
        call(5, APP, `${AS}/userinfo`, {
          headers: { authorization: `Bearer access-${valuesOf(spa).code}` },
          status,
          answerBody: { sub: '00u1example' },
        }),
        ...(status === 200
          ? [
              call(6, APP, spa.token ?? '', {
                body: form({ grant_type: 'refresh_token', refresh_token: 'refresh-1-kZ8' }),
                status: 400,
                answerBody: { error: 'invalid_grant' },
              }),
            ]
          : []),
      ],
      'succeeded',
      'code-reused',
      [beside],
    ],
  ),
  [
    'the code used twice at a server that lets it, and later a refused refresh',
    [
      ...login({ ...spa, tokens: { refresh_token: 'refresh-1-kZ8' } }),
      { ...redeemed(spa), startedAt: redeemed(spa).startedAt + 30, id: 'again' },
      call(6, APP, spa.token ?? '', {
        body: form({ grant_type: 'refresh_token', refresh_token: 'refresh-1-kZ8' }),
        status: 400,
        answerBody: { error: 'invalid_grant' },
      }),
    ],
    'succeeded',
    'refresh-invalid-grant',
    ['code-reused'],
  ],
  [
    'a wrong verifier, of which CORS hides the refusal',
    [
      ...frontChannel(spa),
      redeemed(
        { ...spa, redeem: { code_verifier: `${valuesOf(spa).verifier}x` } },
        { status: 400, answerBody: { error: 'invalid_grant' }, delivered: false },
      ),
    ],
    'failed',
    'pkce-verifier-mismatch',
    ['cors-error-masks-oauth-error'],
  ],
  [
    'tokens without CORS, and then an error without it',
    [
      ...frontChannel(spa),
      redeemed({ ...spa, tokens: { refresh_token: 'refresh-1-kZ8' } }, { delivered: false }),
      call(9, APP, spa.token ?? '', {
        body: form({ grant_type: 'refresh_token', refresh_token: 'refresh-1-kZ8' }),
        status: 401,
        answerBody: { error: 'invalid_client' },
        delivered: false,
      }),
    ],
    'failed',
    'cors-acao-missing',
    ['cors-error-masks-oauth-error', 'token-error-invalid-client'],
  ],
  [
    'a grant that the server takes for a wrong code',
    [
      ...frontChannel(spa),
      redeemed(
        { ...spa, redeem: { grant_type: 'authorisation_code' } },
        { status: 400, answerBody: { error: 'invalid_grant' } },
      ),
    ],
    'failed',
    'grant-type-unknown',
  ],
  [
    'AADSTS9002326',
    (() => {
      const e = {
        ...spa,
        authorize: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
        token: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
      };
      return [
        ...frontChannel(e),
        redeemed(e, {
          status: 400,
          answerBody: {
            error: 'invalid_request',
            error_description:
              "AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: 'https://app.example.com'. Trace ID: 0 Correlation ID: 1 Timestamp: 2026-01-01 00:00:05Z",
            error_codes: [9002326],
            trace_id: '0',
            correlation_id: '1',
          },
        }),
      ];
    })(),
    'failed',
    'token-error-invalid-request',
  ],
  [
    'invalid_client',
    [
      ...frontChannel(spa),
      refused('invalid_client', 'Invalid client or Invalid client credentials', 401),
    ],
    'failed',
    'token-error-invalid-client',
  ],
  [
    'PKCE verifier mismatch',
    [
      ...frontChannel(spa),
      redeemed(
        { ...spa, redeem: { code_verifier: 'x'.repeat(20) + valuesOf(spa).verifier } },
        {
          status: 400,
          answerBody: { error: 'invalid_grant', error_description: 'PKCE verification failed' },
        },
      ),
    ],
    'failed',
    'pkce-verifier-mismatch',
  ],
  [
    'the challenge sent as the verifier',
    [
      ...frontChannel(spa),
      redeemed(
        { ...spa, redeem: { code_verifier: valuesOf(spa).challenge } },
        { status: 400, answerBody: { error: 'invalid_grant' } },
      ),
    ],
    'failed',
    'pkce-verifier-is-challenge',
  ],
  [
    'a secret in Basic that is not encoded',
    [
      ...frontChannel({ ...spa, request: withoutPkce }),
      sent(5, spa.token ?? '', {
        body: form({
          grant_type: 'authorization_code',
          code: valuesOf(spa).code,
          redirect_uri: spa.callback,
        }),
        headers: { authorization: `Basic ${btoa('client-of-the-app:se+cr%et')}` },
        status: 401,
        answerBody: { error: 'invalid_client' },
      }),
    ],
    'failed',
    'token-error-invalid-client',
  ],
  [
    'a token request as JSON',
    [
      ...frontChannel(spa),
      redeemed(spa, {
        body: JSON.stringify({
          grant_type: 'authorization_code',
          code: valuesOf(spa).code,
          client_id: 'client-of-the-app',
          code_verifier: valuesOf(spa).verifier,
          redirect_uri: spa.callback,
        }),
        headers: { 'content-type': 'application/json' },
        status: 400,
        answerBody: { error: 'invalid_request', error_description: 'grant_type is missing' },
      }),
    ],
    'failed',
    'token-request-json-body',
  ],
  [
    'another redirect_uri at the token endpoint',
    [
      ...frontChannel(spa),
      redeemed(
        { ...spa, redeem: { redirect_uri: `${APP}/cb/` } },
        { status: 400, answerBody: { error: 'invalid_grant' } },
      ),
    ],
    'failed',
    'redirect-uri-token-mismatch',
  ],
  [
    'the code has expired',
    [
      ...frontChannel(spa),
      {
        ...refused('invalid_grant', 'Code not valid'),
        startedAt: refused('x').startedAt + 900_000,
      },
    ],
    'failed',
    'code-expired-likely',
  ],
  [
    'a public client sends a secret',
    [...frontChannel(spa), redeemed({ ...spa, redeem: { client_secret: 'shhh' } })],
    'succeeded',
    'client-secret-in-browser',
  ],
  [
    'reload of the callback',
    [
      ...login(spa),
      page(20, responseUrl(spa)),
      { ...refused('invalid_grant', 'Code not valid'), startedAt: refused('x').startedAt + 16_000 },
    ],
    'succeeded',
    'callback-loaded-twice',
  ],
  [
    'public client without PKCE, invalid_client',
    [
      ...frontChannel({ ...spa, request: withoutPkce }),
      redeemed(
        { ...spa, redeem: { code_verifier: undefined } },
        { status: 401, answerBody: { error: 'invalid_client' } },
      ),
    ],
    'failed',
    'token-error-invalid-client',
    ['pkce-missing'],
  ],
  [
    'rotation race between tabs',
    [
      ...login({ ...spa, tokens: { refresh_token: 'r-1' } }),
      call(300, APP, `${AS}/token`, {
        body: form({
          grant_type: 'refresh_token',
          client_id: 'client-of-the-app',
          refresh_token: 'r-1',
        }),
        answerBody: {
          access_token: 'a-2',
          token_type: 'Bearer',
          refresh_token: 'r-2',
          expires_in: 60,
        },
      }),
      call(300.3, APP, `${AS}/token`, {
        body: form({
          grant_type: 'refresh_token',
          client_id: 'client-of-the-app',
          refresh_token: 'r-1',
        }),
        status: 400,
        answerBody: { error: 'invalid_grant', error_description: 'Token reuse detected' },
      }),
    ],
    'succeeded',
    'refresh-token-reused',
  ],
  [
    'Entra: refresh after 24 hours',
    [
      call(0, APP, 'https://login.microsoftonline.com/common/oauth2/v2.0/token', {
        body: form({ grant_type: 'refresh_token', client_id: 'c', refresh_token: 'r' }),
        status: 400,
        answerBody: {
          error: 'invalid_grant',
          error_description:
            'AADSTS700084: The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00',
          error_codes: [700084],
        },
      }),
    ],
    'failed',
    'refresh-invalid-grant',
  ],
];

describe('refused token requests', () => {
  for (const [name, exchanges, outcome, cause, beside = []] of cases) {
    it(name, () => expect(conclusion(exchanges)).toEqual({ outcome, cause, beside }));
  }
});
