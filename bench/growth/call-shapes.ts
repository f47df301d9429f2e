import type { Exchange } from '../../src/http/exchange.ts';
import type { Shapes } from './shape.ts';
import { CLIENT, call, exchange, jwt, login, opaque, post, SERVER, times } from './sketch.ts';

const FIRST = 3;

/** A device that asks again and again whether its user has signed in. */
function polls(count: number): Exchange[] {
  const every = 5_000;
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: 'GmRhmhcxhwAzkoEqiMEg-invented',
    client_id: CLIENT,
  };
  const start = post(
    0,
    { client_id: CLIENT, scope: 'openid' },
    {
      device_code: form.device_code,
      user_code: 'WDJB-MJHT',
      verification_uri: `${SERVER}/device`,
      expires_in: 864_000,
      interval: 5,
    },
    { url: `${SERVER}/device_authorization`, every },
  );
  const poll = (index: number) =>
    post(index + 1, form, { error: 'authorization_pending' }, { status: 400, every });
  return [start, ...times(count, poll)];
}

/** Refreshes whose answers bring the next refresh token. */
function refreshes(count: number): Exchange[] {
  const every = 60_000;
  const issued = (index: number) => ({
    access_token: opaque(`access-${index}`),
    refresh_token: opaque(`refresh-${index}`),
    token_type: 'Bearer',
    expires_in: 60,
  });
  const refresh = (index: number) =>
    post(
      FIRST + index,
      { grant_type: 'refresh_token', refresh_token: opaque(`refresh-${index}`), client_id: CLIENT },
      issued(index + 1),
      { every },
    );
  return [...login(0, opaque('access-0'), issued(0)), ...times(count, refresh)];
}

/** One login, and what its page does with the token. */
function after(token: string, make: (index: number) => Exchange) {
  return (count: number): Exchange[] => [
    ...login(0, token),
    ...times(count, (index) => make(FIRST + index)),
  ];
}

const refused = {
  status: 401,
  answer: {
    'content-type': 'application/json',
    'access-control-allow-origin': 'https://app.example.com',
    'www-authenticate': 'Bearer error="invalid_token", error_description="The token expired"',
  },
};
const ONE = opaque('one');
const ONE_JWT = jwt('one');
const MANY_COOKIES = Object.fromEntries([
  ['cookie', times(60, (index) => `name${index}=value${index}`).join('; ')],
  ['origin', 'https://app.example.com'],
  ['authorization', `Bearer ${ONE}`],
]);

export const CALL_SHAPES: Shapes = {
  polls: { what: 'polls', count: 10_000, make: polls },
  calls: {
    what: 'API calls with one token',
    count: 10_000,
    make: after(ONE, (at) => call(at, ONE)),
  },
  'calls-jwt': {
    what: 'API calls with one JWT',
    count: 10_000,
    make: after(ONE_JWT, (at) => call(at, ONE_JWT)),
  },
  'calls-refused': {
    what: 'refused calls',
    count: 5_000,
    make: after(ONE, (at) => call(at, ONE, refused)),
  },
  'calls-unknown': {
    what: 'calls with a token that nobody issued',
    count: 10_000,
    make: (count) => times(count, (index) => call(index, ONE)),
  },
  'calls-cookies': {
    what: 'calls with 60 cookies',
    count: 1_000,
    make: after(ONE, (at) =>
      call(at, ONE, {
        headers: MANY_COOKIES,
        answer: { 'set-cookie': `name${at % 60}=next${at}; Path=/` },
      }),
    ),
  },
  refreshes: { what: 'refreshes in a chain', count: 5_000, make: refreshes },
  jwts: {
    what: 'JWTs',
    count: 1_000,
    make: after(ONE, (at) => call(at, jwt(at))),
  },
  'jwts-issued': {
    what: 'logins with an ID token',
    count: 1_000,
    make: (count) =>
      times(count, (index) => login(index * 3, opaque(index), { id_token: jwt(index) })),
  },
  redirects: {
    what: 'redirects',
    count: 300,
    make: (count) => [
      ...login(0, ONE).slice(0, 1),
      ...times(count, (index) =>
        exchange(index + 1, {
          url:
            index === 0
              ? `https://app.example.com/callback?code=SplxlOBeZQQYbYS6WxSbIA-0&state=state-0`
              : `https://app.example.com/hop/${index}`,
          status: 302,
          answer: { location: `https://app.example.com/hop/${index + 1}` },
        }),
      ),
    ],
  },
};
