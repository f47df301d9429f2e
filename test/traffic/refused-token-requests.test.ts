import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, spa, withoutPkce } from './clients.ts';
import { call, form, frontChannel, redeemed, sent, valuesOf } from './sketch.ts';
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
    'a wrong verifier whose refusal CORS hides',
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
    'tokens without CORS, then an error without CORS',
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
    ['client-auth-missing', 'cors-error-masks-oauth-error'],
  ],
  [
    'a wrong grant_type that the server reports as a wrong code',
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
    'client-auth-basic-malformed',
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
    'a public client sends a secret',
    [...frontChannel(spa), redeemed({ ...spa, redeem: { client_secret: 'shhh' } })],
    'succeeded',
    'client-secret-in-browser',
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
];

describe('a refused token request', () => {
  for (const [name, exchanges, outcome, cause, beside = []] of cases) {
    it(name, () => expect(conclusion(exchanges)).toEqual({ outcome, cause, beside }));
  }
});
