import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { expectSameInAnyOrder, flowsAfter, type Looks } from '../helpers/any-order.ts';
import {
  call,
  form,
  type LoginSketch,
  page,
  posted,
  redeemed,
  redirect,
  requestUrl,
  responseUrl,
} from '../traffic/sketch.ts';

const APP = 'https://app.example.com';
const AS = 'https://as.example.com';
const CROSS = { 'sec-fetch-site': 'cross-site' };

function shape(exchanges: readonly Exchange[], looks: Looks = new Set()) {
  return flowsAfter(exchanges, looks).map(({ flow }) =>
    flow.messages.map(({ kind, exchange: { request } }) => {
      const { pathname, searchParams } = new URL(request.url);
      return `${kind} ${request.method} ${pathname} ${searchParams.get('session') ?? ''}`.trim();
    }),
  );
}

function parents(exchanges: readonly Exchange[], looks: Looks = new Set()) {
  return flowsAfter(exchanges, looks).map(({ flow }) => flow.parent);
}

/** A page whose form posts to this path, as a server without referrers writes it. */
function asking(at: number, url: string, action: string): Exchange {
  const answerBody = `<form method="post" action="${action}"><input name="password">`;
  return page(at, url, { answerBody });
}

/** A login whose pages show their order only by their forms. */
function login(at: number, seed: string): Exchange[] {
  const sketch: LoginSketch = {
    authorize: `${AS}/authorize`,
    token: `${AS}/token`,
    callback: `${APP}/cb`,
    seed,
  };
  const check = `${AS}/check?session=${seed}`;
  const consent = `${AS}/consent?session=${seed}`;
  return [
    asking(at, requestUrl(sketch), `/check?session=${seed}`),
    posted(at + 4, check, { password: 'invented' }, { answerBody: asPage(check) }),
    posted(
      at + 8,
      check,
      { password: 'invented' },
      { status: 302, answer: { location: consent }, answerBody: '' },
    ),
    asking(at + 8.2, consent, ''),
    posted(
      at + 10,
      consent,
      { yes: '' },
      { status: 302, answer: { location: responseUrl(sketch) }, answerBody: '' },
    ),
    page(at + 10.2, responseUrl(sketch), { headers: CROSS }),
    redeemed({ ...sketch, at: at + 6 }),
  ];
}

function asPage(action: string): string {
  return `<p>Wrong password<form method=post action='${action}'>`;
}

describe('pages that keep no referrer', () => {
  it('belong to the login whose forms led to them', () => {
    expect(shape([...login(0, 'one'), ...login(2, 'two')])).toEqual(
      ['one', 'two'].map((seed) => [
        'authorization-request GET /authorize',
        `interaction POST /check ${seed}`,
        `interaction POST /check ${seed}`,
        `interaction GET /consent ${seed}`,
        `interaction POST /consent ${seed}`,
        'authorization-response GET /cb',
        'token-request POST /token',
      ]),
    );
  });

  it('do so in any order of arrival', () => {
    expectSameInAnyOrder([...login(0, 'one'), ...login(2, 'two')], shape, 40);
  }, 60_000);

  it('belong to the device authorization whose code was entered', () => {
    const answer = {
      device_code: 'device-code-of-this-login-invented',
      user_code: 'WDJB-MJHT',
      verification_uri: `${AS}/device`,
      expires_in: 600,
    };
    const device = [
      call(0, APP, `${AS}/device_authorization`, {
        method: 'POST',
        body: form({ client_id: 'tv', scope: 'openid' }),
        answerBody: JSON.stringify(answer),
      }),
      redirect(5, `${AS}/device?user_code=WDJB-MJHT`, `${AS}/sign-in?session=tv`),
      asking(5.2, `${AS}/sign-in?session=tv`, `${AS}/check?session=tv`),
      posted(
        9,
        `${AS}/check?session=tv`,
        { password: 'invented' },
        { status: 302, answer: { location: '/done' }, answerBody: '' },
      ),
      page(9.2, `${AS}/done`),
    ];
    expect(shape(device)).toEqual([
      [
        'device-authorization-request POST /device_authorization',
        'interaction GET /device',
        'interaction GET /sign-in tv',
        'interaction POST /check tv',
        'interaction GET /done',
      ],
    ]);
  });
});

describe('an action of the user after a login', () => {
  const sketch: LoginSketch = { authorize: `${AS}/authorize`, callback: `${APP}/cb` };
  const landed = [
    redirect(0, requestUrl(sketch), responseUrl(sketch)),
    redirect(0.2, responseUrl(sketch), '/start', { headers: CROSS }),
    redirect(0.4, `${APP}/start`, '/home', { headers: CROSS }),
    asking(0.6, `${APP}/home`, '/basket'),
  ];
  const home = { referer: `${APP}/home` };
  const whole = [
    'authorization-request GET /authorize',
    'authorization-response GET /cb',
    'landing GET /start',
    'landing GET /home',
  ];

  it('is not part of it, although one page leads to the next', () => {
    const exchanges = [
      ...landed,
      page(9, `${APP}/items`, { headers: home }),
      redirect(12, `${APP}/basket`, '/receipt', { method: 'POST', headers: home }),
      page(12.2, `${APP}/receipt`, { status: 500, headers: home }),
    ];
    expect(shape(exchanges)).toEqual([whole]);
  });

  it.each([
    ['the same server', AS],
    ['another server', 'https://other.example.net'],
  ])('may be another login at %s, which is not inside the first', (_, server) => {
    const other: LoginSketch = {
      authorize: `${server}/authorize`,
      callback: `${APP}/cb`,
      seed: 'two',
    };
    const exchanges = [
      ...landed,
      redirect(20, `${APP}/link-account`, requestUrl(other), { headers: home }),
      redirect(20.2, requestUrl(other), responseUrl(other)),
      page(20.4, responseUrl(other), { headers: CROSS }),
    ];
    expect(parents(exchanges)).toEqual([null, null]);
    expectSameInAnyOrder(exchanges, parents, 30);
  });

  it('may be a logout and another login, which is not inside that logout', () => {
    const other = { ...sketch, seed: 'two' };
    const end = `${AS}/session/end?${form({ post_logout_redirect_uri: `${APP}/` })}`;
    const exchanges = [
      ...landed,
      redirect(20, `${APP}/logout`, end, { headers: home }),
      redirect(20.2, end, `${APP}/`, { headers: home }),
      page(20.4, `${APP}/`, { headers: home }),
      redirect(30, `${APP}/login`, requestUrl(other), { headers: { referer: `${APP}/` } }),
      redirect(30.2, requestUrl(other), responseUrl(other)),
      page(30.4, responseUrl(other), { headers: CROSS }),
    ];
    expect(parents(exchanges)).toEqual([null, null, null]);
    expectSameInAnyOrder(exchanges, parents, 30);
  });
});

describe('the page that a logout returns to', () => {
  const end = (state?: string) =>
    page(0, `${AS}/session/end?${form({ post_logout_redirect_uri: `${APP}/bye`, state })}`);
  const back = (query: string, referer: string) =>
    page(3, `${APP}/bye${query}`, { headers: { referer } });

  it('belongs to it although frames come before and no redirect leads there', () => {
    const whole = ['end-session-request GET /session/end', 'landing GET /bye'];
    expect(shape([end('s1'), back('?state=s1', `${AS}/`)])).toEqual([whole]);
    expect(shape([end(), back('', `${AS}/`)])).toEqual([whole]);
  });

  it('is not one that the user visits in another way', () => {
    const alone = ['end-session-request GET /session/end'];
    expect(shape([end('s1'), back('?state=s2', `${AS}/`)])).toEqual([alone]);
    expect(shape([end(), back('', `${APP}/`)])).toEqual([alone]);
  });
});
