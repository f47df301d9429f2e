import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { causeIdOf } from '../helpers/analyse.ts';
import { expectSameInAnyOrder, flowsAfter, type Looks } from '../helpers/any-order.ts';
import {
  type LoginSketch,
  page,
  redeemed,
  redirect,
  requestUrl,
  responseUrl,
} from '../traffic/sketch.ts';

const APP = 'https://app.example.com';
const AS = 'https://as.example.com';
const CROSS = { 'sec-fetch-site': 'cross-site' };

/** A login at `AS`, which sends the user to a server at `upstream` to log in. */
function sketches(seed: string, upstream: string): { outer: LoginSketch; inner: LoginSketch } {
  return {
    outer: {
      authorize: `${AS}/realms/app/auth`,
      token: `${AS}/realms/app/token`,
      callback: `${APP}/cb`,
      seed: `outer ${seed}`,
    },
    inner: {
      authorize: `${upstream}/realms/people/auth`,
      callback: `${AS}/realms/app/broker/${seed}/endpoint`,
      client: 'broker',
      seed: `inner ${seed}`,
    },
  };
}

/** Up to the response of the inner login. */
function begun(at: number, { outer, inner }: ReturnType<typeof sketches>): Exchange[] {
  const start = `${AS}/realms/app/broker/login?session_code=${outer.seed}`;
  return [
    redirect(at, requestUrl(outer), start),
    redirect(at + 0.2, start, requestUrl(inner)),
    redirect(at + 0.4, requestUrl(inner), responseUrl(inner)),
  ];
}

/** The broker continues with two pages of its own. */
function finished(at: number, seed: string, upstream: string): Exchange[] {
  const both = sketches(seed, upstream);
  const { outer, inner } = both;
  const first = `${AS}/realms/app/first-login?tab=${seed}`;
  const last = `${AS}/realms/app/after-first-login?tab=${seed}`;
  return [
    ...begun(at, both),
    redirect(at + 0.6, responseUrl(inner), first, { headers: CROSS }),
    redirect(at + 0.8, first, last, { headers: CROSS }),
    redirect(at + 1, last, responseUrl(outer), { headers: CROSS }),
    page(at + 1.2, responseUrl(outer), { headers: CROSS }),
    redeemed({ ...outer, at: at - 3 }),
  ];
}

/** The broker shows an error instead. */
function broken(at: number, seed: string, upstream: string): Exchange[] {
  const both = sketches(seed, upstream);
  return [
    ...begun(at, both),
    page(at + 0.6, responseUrl(both.inner), {
      headers: CROSS,
      status: 502,
      answerBody: '<h1>Unexpected error when authenticating with identity provider</h1>',
    }),
  ];
}

function shape(exchanges: readonly Exchange[], looks: Looks = new Set()) {
  return flowsAfter(exchanges, looks).map(({ flow, outcome, verdict }) => ({
    client: flow.client,
    inside: flow.relation === 'inside',
    outcome,
    cause: causeIdOf({ verdict }),
    text: verdict.text,
    at: verdict.cause?.message ?? null,
    messages: flow.messages.map(
      ({ kind, exchange }) => `${kind} ${new URL(exchange.request.url).pathname}`,
    ),
  }));
}

const OUTER = 'client-of-the-app';

describe.each([
  ['at another host', 'https://upstream.example.org'],
  ['at the same host', AS],
])('the pages of a broker after a login %s', (_, upstream) => {
  it('belong to the broker’s login', () => {
    expect(shape(finished(0, 'one', upstream)).map(({ messages }) => messages)).toEqual([
      [
        'authorization-request /realms/app/auth',
        'interaction /realms/app/broker/login',
        'interaction /realms/app/first-login',
        'authorization-response /cb',
        'token-request /realms/app/token',
      ],
      [
        'authorization-request /realms/people/auth',
        'authorization-response /realms/app/broker/one/endpoint',
      ],
    ]);
  });

  it('fail the broker’s login if they show an error', () => {
    expect(shape(broken(0, 'one', upstream))).toMatchObject([
      { client: OUTER, outcome: 'failed', cause: 'error-page-server-error', at: 2 },
      { client: 'broker', inside: true, outcome: 'failed', cause: 'redirect-landing-failed' },
    ]);
    expect(shape(broken(0, 'one', upstream))[0]?.text).not.toMatch(/The login inside it/);
  });

  it('are the same in any order of arrival and at any time of reading', () => {
    const recording = [
      ...finished(0, 'one', upstream),
      ...broken(60, 'two', upstream),
      ...finished(120, 'three', upstream),
    ];
    const expected = shape(recording);
    expect(expected.map(({ outcome }) => outcome)).toEqual([
      'succeeded',
      'unknown',
      'failed',
      'failed',
      'succeeded',
      'unknown',
    ]);
    expectSameInAnyOrder(recording, shape, 40);
  }, 60_000);
});

describe('a login whose inner login alone was recorded from its beginning', () => {
  it.each([
    ['the outer request', 0],
    ['the request of the inner login', 2],
  ])(
    'is not mixed up with that one: without %s',
    (_, lost) => {
      const whole = finished(0, 'one', 'https://upstream.example.org');
      const recording = [
        ...whole.filter((__, index) => index !== lost),
        ...finished(60, 'two', 'https://upstream.example.org'),
      ];
      const flows = shape(recording);
      expect(flows.map(({ outcome, cause }) => [outcome, cause])).toEqual(
        flows.map(({ outcome }) => [outcome === 'succeeded' ? 'succeeded' : 'unknown', null]),
      );
      expect(flows.filter(({ outcome }) => outcome === 'succeeded')).toHaveLength(2);
      expectSameInAnyOrder(recording, shape, 40);
    },
    60_000,
  );
});

describe('the page of an application after its login', () => {
  it('stays in that login although another one is open at its host', () => {
    const open = sketches('open', AS).outer;
    const own: LoginSketch = {
      authorize: `${AS}/realms/people/auth`,
      callback: `${AS}/account/cb`,
    };
    const exchanges = [
      page(0, requestUrl(open)),
      redirect(30, requestUrl(own), responseUrl(own)),
      redirect(30.2, responseUrl(own), '/account', { headers: CROSS }),
      page(30.4, `${AS}/account`, { status: 500 }),
    ];
    expect(shape(exchanges).map(({ messages, outcome }) => [messages.at(-1), outcome])).toEqual([
      ['authorization-request /realms/app/auth', 'unfinished'],
      ['landing /account', 'unknown'],
    ]);
  });
});
