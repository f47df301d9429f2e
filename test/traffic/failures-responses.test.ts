import { describe, expect, it } from 'vitest';
import {
  call,
  form,
  frontChannel,
  idToken,
  type LoginSketch,
  login,
  page,
  requestUrl,
  valuesOf,
} from './sketch.ts';
import { conclusion, type Failure } from './summary.ts';

const APP = 'https://app.example.com';

const AS = 'https://as.example.com';

const spa: LoginSketch = {
  authorize: `${AS}/authorize`,
  token: `${AS}/token`,
  callback: `${APP}/cb`,
};

const withoutPkce = { code_challenge: undefined, code_challenge_method: undefined };

const hidden = (more = {}) => ({
  delivered: false,
  failure: { reason: 'blocked' as const, text: 'net::ERR_FAILED' },
  ...more,
});

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
    'the state cookie is lost on form_post',
    [
      ...frontChannel({ ...spa, mode: 'form_post', request: { response_mode: 'form_post' } }).slice(
        0,
        2,
      ),
      page(4.5, `${APP}/cb`, {
        method: 'POST',
        body: form({ code: valuesOf(spa).code, state: valuesOf(spa).state }),
        headers: { 'sec-fetch-site': 'cross-site', origin: AS },
        status: 500,
        answerBody: 'An unhandled exception occurred: Correlation failed.',
      }),
    ],
    'failed',
    'redirect-landing-failed',
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
    'failed',
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
    'form_post at a static host',
    [
      ...frontChannel({ ...spa, mode: 'form_post', request: { response_mode: 'form_post' } }).slice(
        0,
        2,
      ),
      page(4.5, `${APP}/cb`, {
        method: 'POST',
        body: form({ code: valuesOf(spa).code, state: valuesOf(spa).state }),
        headers: { 'sec-fetch-site': 'cross-site', origin: AS },
        status: 405,
        answerBody: 'Method Not Allowed',
      }),
    ],
    'failed',
    'redirect-landing-failed',
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

describe('refused logins and lost responses', () => {
  for (const [name, exchanges, outcome, cause, beside = []] of cases) {
    it(name, () => expect(conclusion(exchanges)).toEqual({ outcome, cause, beside }));
  }
});
