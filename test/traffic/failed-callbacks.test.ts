import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../helpers/analyse.ts';
import { APP, AS, spa } from './clients.ts';
import {
  form,
  frontChannel,
  type LoginSketch,
  login,
  page,
  redirect,
  requestUrl,
  responseUrl,
  valuesOf,
} from './sketch.ts';
import { conclusion, type Failure } from './summary.ts';

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
    'an application that shows an error of the response',
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
    'an error of the server at another address than requested',
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
    'a callback whose prefetch used the code',
    [
      ...frontChannel(web).slice(0, -1),
      page(4.2, responseUrl(web), { headers: { 'sec-purpose': 'prefetch' } }),
      page(5, responseUrl(web), { status: 400, answerBody: REFUSED }),
    ],
    'failed',
    'callback-loaded-twice',
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
];

describe('a callback of the application that fails', () => {
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
    'without the words of its title',
    '<title>500 Internal Server Error</title><h1>Internal Server Error</h1><p>Invalid claim: nonce',
    'HTTP 400. The page says "500 Internal Server Error · Invalid claim: nonce".',
  ],
])('says what the page of the application says, %s', (_name, body, said) => {
  const [flow] = snapshotOf(landed(400, body)).flows;
  expect(flow?.verdict.text).toContain(`: GET https://app.example.com/cb: ${said}`);
});
