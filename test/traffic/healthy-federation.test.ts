import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, AS, spa } from './clients.ts';
import {
  call,
  jwt,
  type LoginSketch,
  page,
  posted,
  redeemed,
  redirect,
  requestUrl,
  responseUrl,
  valuesOf,
} from './sketch.ts';
import { clean, type Recordings, summary } from './summary.ts';

const hub = (): Exchange[] => {
  const outer: LoginSketch = { ...spa, seed: 'outer' };
  const inner: LoginSketch = {
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    callback: `${AS}/broker/google/endpoint`,
    seed: 'inner',
    client: 'broker.apps.googleusercontent.com',
    request: { code_challenge: undefined, code_challenge_method: undefined },
  };
  return [
    page(0, requestUrl(outer)),
    redirect(2, `${AS}/broker/google/login?session_code=x1&tab_id=y1`, requestUrl(inner), {
      headers: { referer: requestUrl(outer) },
    }),
    page(2.2, requestUrl(inner)),
    posted(
      6,
      'https://accounts.google.com/signin/challenge',
      { p: 'x' },
      {
        headers: { referer: requestUrl(inner) },
        status: 302,
        answer: { location: responseUrl(inner) },
      },
    ),
    redirect(6.3, responseUrl(inner), responseUrl(outer), {
      headers: { 'sec-fetch-site': 'cross-site' },
    }),
    page(6.5, responseUrl(outer), { headers: { 'sec-fetch-site': 'cross-site' } }),
    { ...redeemed({ ...outer, at: 2 }) },
  ];
};

const twoLevels = (): Exchange[] => {
  const google: LoginSketch = {
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    callback: 'https://hub.example.net/google/cb',
    seed: 'third',
    client: 'hub.apps.googleusercontent.com',
  };
  const mid: LoginSketch = {
    authorize: 'https://hub.example.net/connect/authorize',
    callback: `${AS}/broker/hub/endpoint`,
    seed: 'second',
    client: 'broker-at-hub',
  };
  const outer: LoginSketch = { ...spa, seed: 'first' };
  return [
    redirect(0, requestUrl(outer), requestUrl(mid)),
    redirect(0.2, requestUrl(mid), requestUrl(google)),
    page(0.4, requestUrl(google)),
    posted(
      4,
      'https://accounts.google.com/signin/challenge',
      { p: 'x' },
      {
        headers: { referer: requestUrl(google) },
        status: 302,
        answer: { location: responseUrl(google) },
      },
    ),
    redirect(4.2, responseUrl(google), responseUrl(mid), {
      headers: { 'sec-fetch-site': 'cross-site' },
    }),
    redirect(4.4, responseUrl(mid), responseUrl(outer), {
      headers: { 'sec-fetch-site': 'cross-site' },
    }),
    page(4.6, responseUrl(outer), { headers: { 'sec-fetch-site': 'cross-site' } }),
    redeemed({ ...outer, at: 0.2 }),
  ];
};

const supabase = (): Exchange[] => {
  const hubUrl = 'https://abcdefghijklmnop.supabase.co';
  const challenge = valuesOf(spa).challenge;
  const inner: LoginSketch = {
    authorize: 'https://github.com/login/oauth/authorize',
    callback: `${hubUrl}/auth/v1/callback`,
    client: 'Iv1.0000',
    seed: 'supabase',
    request: {
      response_type: undefined,
      code_challenge: undefined,
      code_challenge_method: undefined,
      nonce: undefined,
      scope: 'user:email',
      state: jwt({ exp: 1_767_226_000, site_url: APP, provider: 'github' }, { alg: 'HS256' }),
    },
  };
  return [
    redirect(
      0,
      `${hubUrl}/auth/v1/authorize?provider=github&redirect_to=${encodeURIComponent(`${APP}/auth/callback`)}&code_challenge=${challenge}&code_challenge_method=s256`,
      requestUrl(inner),
    ),
    page(0.2, requestUrl(inner)),
    posted(
      4,
      'https://github.com/session',
      { p: 'x' },
      {
        headers: { referer: requestUrl(inner) },
        status: 302,
        answer: { location: responseUrl(inner) },
      },
    ),
    redirect(
      4.2,
      responseUrl(inner),
      `${APP}/auth/callback?code=0f0e0d0c-0000-4000-8000-000000000000`,
      { headers: { 'sec-fetch-site': 'cross-site' } },
    ),
    page(4.4, `${APP}/auth/callback?code=0f0e0d0c-0000-4000-8000-000000000000`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    }),
    call(4.8, APP, `${hubUrl}/auth/v1/token?grant_type=pkce`, {
      body: JSON.stringify({
        auth_code: '0f0e0d0c-0000-4000-8000-000000000000',
        code_verifier: valuesOf(spa).verifier,
      }),
      headers: {
        'content-type': 'application/json',
        apikey: jwt({ role: 'anon', iss: 'supabase' }),
        authorization: `Bearer ${jwt({ role: 'anon', iss: 'supabase' })}`,
      },
      answerBody: {
        access_token: jwt({ sub: 'u', role: 'authenticated' }),
        token_type: 'bearer',
        expires_in: 3_600,
        refresh_token: 'r-of-supabase',
        user: {},
      },
    }),
  ];
};
const recordings: Recordings = {
  'federation by a broker': { exchanges: hub(), flows: [clean('succeeded'), clean('unknown')] },
  'federation two levels deep': {
    exchanges: twoLevels(),
    flows: [clean('succeeded'), clean('unknown'), clean('unknown')],
  },
  'Supabase with GitHub': { exchanges: supabase(), flows: [clean('succeeded'), clean('unknown')] },
  'a refresh at Supabase': {
    exchanges: [
      ...supabase(),
      call(
        3_000,
        APP,
        'https://abcdefghijklmnop.supabase.co/auth/v1/token?grant_type=refresh_token',
        {
          body: JSON.stringify({ refresh_token: 'r-of-supabase' }),
          headers: { 'content-type': 'application/json' },
          answerBody: {
            access_token: 'a-2',
            token_type: 'bearer',
            expires_in: 3_600,
            refresh_token: 'r-2',
          },
        },
      ),
    ],
    flows: [clean('succeeded'), clean('unknown')],
  },
};

describe('healthy logins at another server', () => {
  it.each(Object.entries(recordings))('%s', (_, { exchanges, flows }) => {
    expect(summary(exchanges)).toEqual({ flows, outside: [] });
  });
});
