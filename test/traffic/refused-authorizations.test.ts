import { describe, expect, it } from 'vitest';
import { APP, AS, spa, withoutPkce } from './clients.ts';
import { call, frontChannel, idToken, type LoginSketch } from './sketch.ts';
import { conclusion, type Failure } from './summary.ts';

const response = (sketch: LoginSketch, values: Record<string, string>) =>
  frontChannel({ ...sketch, response: { code: undefined, ...values } });

const cases: readonly Failure[] = [
  [
    'state mismatch',
    frontChannel({ ...spa, response: { state: 'another-state-a1b2c3d4e5f6' } }),
    'failed',
    'state-mismatch',
  ],
  [
    'silent renewal without third-party cookies',
    (() => {
      const s = {
        ...spa,
        iframe: true,
        request: { prompt: 'none', id_token_hint: idToken(0, { aud: 'client-of-the-app' }) },
      };
      const x = response(s, { error: 'login_required' });
      return x.map((e, i) =>
        i === 0
          ? {
              ...e,
              request: { ...e.request, headers: [{ name: 'sec-fetch-site', value: 'cross-site' }] },
            }
          : e,
      );
    })(),
    'failed',
    'silent-renew-login-required',
  ],
  [
    'invalid_scope',
    response(
      { ...spa, request: { scope: 'openid reed' } },
      { error: 'invalid_scope', error_description: 'reed is not a scope' },
    ),
    'failed',
    'authz-error-invalid-scope',
  ],
  [
    'access_denied',
    response(spa, {
      error: 'access_denied',
      error_description: 'The resource owner denied the request',
    }),
    'failed',
    'authz-error-access-denied',
  ],
  [
    'Entra: consent_required in a silent request',
    response(
      { ...spa, iframe: true, request: { prompt: 'none' } },
      {
        error: 'interaction_required',
        error_description: 'AADSTS50076: Due to a configuration change made by your administrator',
      },
    ),
    'unfinished',
    'authz-error-interaction-required',
  ],
  [
    'unsupported_response_type',
    response(
      { ...spa, mode: 'fragment', request: { response_type: 'token id_token' } },
      { error: 'unsupported_response_type', error_description: 'implicit is off' },
    ),
    'failed',
    'authz-error-unsupported-response-type',
    ['implicit-flow-used'],
  ],
  [
    'iss of the response differs from the metadata',
    [
      call(-1, APP, `${AS}/.well-known/openid-configuration`, {
        answerBody: {
          issuer: AS,
          authorization_endpoint: spa.authorize,
          token_endpoint: spa.token,
        },
      }),
      ...frontChannel({ ...spa, response: { iss: `${AS}/` } }),
    ],
    'failed',
    'iss-mismatch-in-response',
  ],
  [
    'PKCE required by the server',
    response(
      { ...spa, request: withoutPkce },
      { error: 'invalid_request', error_description: 'Missing parameter: code_challenge_method' },
    ),
    'failed',
    'pkce-missing',
  ],
];

describe('a refused authorization request or a wrong response', () => {
  for (const [name, exchanges, outcome, cause, beside = []] of cases) {
    it(name, () => expect(conclusion(exchanges)).toEqual({ outcome, cause, beside }));
  }
});
