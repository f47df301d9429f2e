import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../helpers/analyse.ts';
import { APP, AS, hidden, spa, withoutPkce } from './clients.ts';
import {
  call,
  form,
  frontChannel,
  idToken,
  type LoginSketch,
  login,
  page,
  redirect,
  requestUrl,
  responseUrl,
  valuesOf,
} from './sketch.ts';
import { conclusion, type Failure } from './summary.ts';

const response = (sketch: LoginSketch, values: Record<string, string>) =>
  frontChannel({ ...sketch, response: { code: undefined, ...values } });

/** A login of a server-side application whose callback shows a page of this kind. */
const landed = (status: number, answerBody: string, more: Partial<LoginSketch> = {}) => {
  const { token: _, ...web } = { ...spa, ...more };
  return [
    ...frontChannel(web).slice(0, -1),
    page(4.2, responseUrl(web), {
      status,
      answerBody,
      headers: { 'sec-fetch-site': 'cross-site' },
    }),
  ];
};
const REFUSED =
  '<title>Error</title><pre>BadRequestError: checks.state argument is missing<br> at Context.callback (/srv/context.js:10:3)</pre>';
const { token: _, ...web } = spa;

const cases: readonly Failure[] = [
  [
    'an application that shows an error which it was sent',
    landed(400, REFUSED, { response: { code: undefined, error: 'access_denied' } }),
    'failed',
    'authz-error-access-denied',
  ],
  [
    'an application that refuses another state',
    landed(400, REFUSED, { response: { state: 'another-state-a1b2c3d4e5f6' } }),
    'failed',
    'state-mismatch',
  ],
  [
    'Auth.js: an error page of the application behind its callback',
    [
      ...frontChannel(web).slice(0, -1),
      redirect(4.2, responseUrl(web), `${APP}/auth/error?error=Configuration`),
      page(4.4, `${APP}/auth/error?error=Configuration`, {
        status: 500,
        answerBody: '<h1>Server error</h1><p>There is a problem with the server configuration.',
      }),
    ],
    'failed',
    'redirect-landing-failed',
  ],
  [
    'Auth.js: the sign-in page after an error that the server had sent',
    (() => {
      const denied = { ...web, response: { code: undefined, error: 'access_denied' } };
      const back = `${APP}/auth/signin?error=OAuthCallbackError`;
      return [
        ...frontChannel(denied).slice(0, -1),
        redirect(4.2, responseUrl(denied), back),
        page(4.4, back),
      ];
    })(),
    'failed',
    'authz-error-access-denied',
  ],
  [
    'Spring: the login page with an error that has no value',
    [
      ...frontChannel(web).slice(0, -1),
      redirect(4.2, responseUrl(web), `${APP}/login?error`),
      page(4.4, `${APP}/login?error`),
    ],
    'failed',
    'redirect-landing-failed',
  ],
  [
    'an error that arrives elsewhere than asked, from the server',
    (() => {
      const elsewhere = `${APP}/other?error=access_denied&state=${valuesOf(spa).state}`;
      return [
        page(0, requestUrl(web)),
        redirect(4, `${AS}/session/login`, elsewhere, { headers: { referer: requestUrl(web) } }),
        page(4.2, elsewhere, { headers: { 'sec-fetch-site': 'cross-site' } }),
      ];
    })(),
    'failed',
    'authz-error-access-denied',
    ['redirect-landing-differs'],
  ],
  [
    'a callback that is loaded again after it had worked',
    [...login(web), page(40, responseUrl(web), { status: 400, answerBody: REFUSED })],
    'unknown',
    'callback-loaded-twice',
  ],
  [
    'a callback whose prefetch used the code up',
    [
      ...frontChannel(web).slice(0, -1),
      page(4.2, responseUrl(web), { headers: { 'sec-purpose': 'prefetch' } }),
      page(5, responseUrl(web), { status: 400, answerBody: REFUSED }),
    ],
    'failed',
    'callback-loaded-twice',
  ],
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

it.each([
  ['?error', 'failed'],
  ['?error=1&x=y', 'failed'],
  ['?x=y&error=login_failed', 'failed'],
  ['?error=', 'unknown'],
  ['?error=&ok=1', 'unknown'],
  ['?error=false', 'unknown'],
  ['?error=0&ok=1', 'unknown'],
  ['?errors=1', 'unknown'],
  ['', 'unknown'],
])('takes a landing at /home%s for a login that %s', (query, outcome) => {
  const home = `${APP}/home${query}`;
  const exchanges = [
    ...frontChannel(web).slice(0, -1),
    redirect(4.2, responseUrl(web), home),
    page(4.4, home),
  ];
  expect(conclusion(exchanges).outcome).toBe(outcome);
});

it.each([
  [
    'without its stack',
    REFUSED,
    'HTTP 400. The page says "Error · BadRequestError: checks.state argument is missing".',
  ],
  [
    'with a sentence that begins like a line of one',
    '<p>Sign-in failed<p>at 10:45 UTC: ask the help desk (extension 12)',
    'HTTP 400. The page says "Sign-in failed · at 10:45 UTC: ask the help desk (extension 12)".',
  ],
  [
    'without what its title has said',
    '<title>500 Internal Server Error</title><h1>Internal Server Error</h1><p>Invalid claim: nonce',
    'HTTP 400. The page says "500 Internal Server Error · Invalid claim: nonce".',
  ],
])('says what the page of the application says, %s', (_name, body, said) => {
  const [flow] = snapshotOf(landed(400, body)).flows;
  expect(flow?.verdict.text).toBe(
    `The callback of the application failed: GET https://app.example.com/cb: ${said}`,
  );
});
