import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, AS, spa } from './clients.ts';
import {
  call,
  form,
  frontChannel,
  idToken,
  jwt,
  login,
  page,
  redeemed,
  redirect,
  requestUrl,
  valuesOf,
} from './sketch.ts';
import { clean, type Recordings, summary } from './summary.ts';

const refresh = (at: number, old: string, next: string | undefined, more = {}): Exchange =>
  call(at, APP, `${AS}/token`, {
    body: form({ grant_type: 'refresh_token', client_id: 'client-of-the-app', refresh_token: old }),
    answerBody: {
      access_token: `access-for-${at}`,
      token_type: 'Bearer',
      expires_in: 300,
      refresh_token: next,
      ...more,
    },
  });

const dpopChallenge = redeemed(spa, {
  status: 400,
  headers: {
    dpop: jwt({ htm: 'POST', htu: `${AS}/token`, jti: '1' }, { typ: 'dpop+jwt', alg: 'ES256' }),
  },
  answer: { 'dpop-nonce': 'eyJ7S_zG.eyJH0-Z.HX4w-7v' },
  answerBody: {
    error: 'use_dpop_nonce',
    error_description: 'Authorization server requires nonce in DPoP proof',
  },
});

const pushed = (): Exchange[] => {
  const query = requestUrl(spa).split('?')[1] ?? '';
  const uri = 'urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c';
  const short = `${AS}/authorize?client_id=client-of-the-app&request_uri=${encodeURIComponent(uri)}`;
  return [
    call(-0.5, APP, `${AS}/par`, {
      body: query,
      status: 201,
      answerBody: { request_uri: uri, expires_in: 60 },
    }),
    ...frontChannel({ ...spa, pages: [page(0, short)] }),
    redeemed(spa),
  ];
};
const recordings: Recordings = {
  'a refresh chain': {
    exchanges: [
      ...login({ ...spa, tokens: { refresh_token: 'r-1' } }),
      refresh(300, 'r-1', 'r-2'),
      refresh(600, 'r-2', 'r-3'),
    ],
    flows: [clean('succeeded')],
  },
  'a server that keeps the refresh token': {
    exchanges: [
      ...login({ ...spa, tokens: { refresh_token: 'r-1' } }),
      refresh(300, 'r-1', undefined),
      refresh(600, 'r-1', undefined),
    ],
    flows: [clean('succeeded')],
  },
  'two tabs that refresh at once, both with success (grace period)': {
    exchanges: [
      ...login({ ...spa, tokens: { refresh_token: 'r-1' } }),
      refresh(300, 'r-1', 'r-2'),
      refresh(300.2, 'r-1', 'r-2b'),
    ],
    flows: [clean('succeeded')],
  },
  'a refresh whose login was not seen': {
    exchanges: [
      refresh(0, 'r-1', 'r-2', { id_token: idToken(0, { iss: AS, aud: 'client-of-the-app' }) }),
    ],
    flows: [clean('succeeded', 'refresh_token')],
  },
  'DPoP with a nonce challenge': {
    exchanges: [
      ...frontChannel(spa),
      dpopChallenge,
      redeemed({ ...spa, at: 0.3, tokens: { token_type: 'DPoP' } }),
    ],
    flows: [clean('succeeded')],
  },
  'a pushed authorization request of a page': { exchanges: pushed(), flows: [clean('succeeded')] },
  'logout with id_token_hint': {
    exchanges: [
      ...login(spa),
      redirect(
        60,
        `${AS}/connect/endsession?id_token_hint=${idToken(4.8, { iss: AS, aud: 'client-of-the-app' })}&post_logout_redirect_uri=${encodeURIComponent(`${APP}/bye`)}&state=logout-state-1`,
        `${APP}/bye?state=logout-state-1`,
      ),
      page(60.2, `${APP}/bye?state=logout-state-1`),
    ],
    flows: [clean('succeeded'), clean('succeeded', 'logout')],
  },
  'logout at Auth0 and Cognito': {
    exchanges: [
      redirect(
        0,
        `https://dev-example.eu.auth0.com/v2/logout?client_id=abc&returnTo=${encodeURIComponent(APP)}`,
        APP,
      ),
      redirect(
        60,
        `https://example.auth.eu-central-1.amazoncognito.com/logout?client_id=abc&logout_uri=${encodeURIComponent(`${APP}/bye`)}`,
        `${APP}/bye`,
      ),
    ],
    flows: [clean('succeeded', 'logout'), clean('succeeded', 'logout')],
  },
  'revocation after a login': {
    exchanges: [
      ...login({ ...spa, tokens: { refresh_token: 'r-1' } }),
      call(30, APP, `${AS}/revoke`, {
        body: form({ token: 'r-1', client_id: 'client-of-the-app' }),
      }),
    ],
    flows: [clean('succeeded')],
  },
  'React mounts twice: the first of two requests is abandoned': {
    exchanges: [
      exchangeAborted(requestUrl({ ...spa, seed: 'abandoned' })),
      ...login({ ...spa, at: 0.1 }),
    ],
    flows: [clean('unfinished'), clean('succeeded')],
  },
  'a step back to the login page after the login': {
    exchanges: [...login(spa), page(30, requestUrl(spa))],
    flows: [clean('succeeded'), clean('unfinished')],
  },
  JARM: {
    exchanges: [
      ...frontChannel({
        ...spa,
        request: { response_mode: 'query.jwt' },
        response: {
          code: undefined,
          state: undefined,
          response: jwt({
            iss: AS,
            aud: 'client-of-the-app',
            exp: 1_767_226_000,
            code: valuesOf(spa).code,
            state: valuesOf(spa).state,
          }),
        },
      }),
      redeemed(spa),
    ],
    flows: [clean('succeeded')],
  },
};

function exchangeAborted(url: string): Exchange {
  return page(0, url, { status: null, failure: { reason: 'aborted', text: 'net::ERR_ABORTED' } });
}

describe('healthy grants and their neighbours', () => {
  it.each(Object.entries(recordings))('%s', (_, { exchanges, flows }) => {
    expect(summary(exchanges)).toEqual({ flows, outside: [] });
  });
});
