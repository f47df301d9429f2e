import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { expectSameInAnyOrder, flowsAfter, type Looks } from '../helpers/any-order.ts';
import {
  call,
  form,
  idToken,
  jwt,
  type LoginSketch,
  login,
  page,
  redeemed,
  redirect,
  requestUrl,
  responseUrl,
  valuesOf,
} from '../traffic/sketch.ts';

const APP = 'https://app.example.com';
const AS = 'https://as.example.com';
const HUB = 'https://hub.example.net';
const CROSS = { 'sec-fetch-site': 'cross-site' };
const spa: LoginSketch = {
  authorize: `${AS}/authorize`,
  token: `${AS}/token`,
  callback: `${APP}/cb`,
};

function shape(exchanges: readonly Exchange[], looks: Looks = new Set()) {
  return flowsAfter(exchanges, looks).map(({ flow, outcome, findings, verdict }) => ({
    id: flow.id,
    grant: flow.grant,
    parent: flow.parent,
    relation: flow.relation,
    outcome,
    verdict: verdict.text,
    messages: flow.messages.map(({ kind, exchange: { id } }) => `${kind} ${id}`),
    findings: findings.map(({ check, message }) => `${check} ${message}`),
  }));
}

function jarm(at: number, seed: string): Exchange[] {
  const sketch = { ...spa, seed, at, request: { response_mode: 'query.jwt' } };
  const { code, state, client } = valuesOf(sketch);
  const target = `${APP}/cb?response=${jwt({ iss: AS, aud: client, exp: 1_767_226_000, code, state })}`;
  return [
    redirect(at, requestUrl(sketch), target),
    page(at + 0.2, target, { headers: CROSS }),
    redeemed({ ...sketch, at: at - 4 }),
  ];
}

function webMessage(at: number, seed: string): Exchange[] {
  const sketch = { ...spa, seed, at, request: { response_mode: 'web_message', prompt: 'none' } };
  const { code, state } = valuesOf(sketch);
  const response = JSON.stringify({ code, state });
  return [
    page(at, requestUrl(sketch), {
      destination: 'iframe',
      answerBody: `<!doctype html><script>parent.postMessage({type:"authorization_response",response:${response}},"${APP}")</script>`,
    }),
    redeemed({ ...sketch, at: at - 4 }),
  ];
}

/** The client's login page, the hub's, and the login inside it, two deep. */
function federated(at: number, seed: string): Exchange[] {
  const outer: LoginSketch = { ...spa, seed: `outer ${seed}` };
  const middle: LoginSketch = {
    authorize: `${HUB}/authorize`,
    callback: `${AS}/broker/endpoint`,
    client: 'broker',
    seed: `middle ${seed}`,
  };
  const inner: LoginSketch = {
    authorize: 'https://upstream.example.org/authorize',
    callback: `${HUB}/callback`,
    client: 'hub',
    seed: `inner ${seed}`,
  };
  const start = `${AS}/broker/login?session_code=${seed}`;
  return [
    redirect(at - 0.3, `${APP}/login?${seed}`, requestUrl(outer)),
    page(at, requestUrl(outer)),
    redirect(at + 1, start, requestUrl(middle), { headers: { referer: requestUrl(outer) } }),
    redirect(at + 1.2, requestUrl(middle), requestUrl(inner)),
    redirect(at + 1.4, requestUrl(inner), responseUrl(inner)),
    redirect(at + 1.6, responseUrl(inner), responseUrl(middle), { headers: CROSS }),
    redirect(at + 1.8, responseUrl(middle), `${AS}/first-login?${seed}`, { headers: CROSS }),
    redirect(at + 2, `${AS}/first-login?${seed}`, responseUrl(outer), { headers: CROSS }),
    page(at + 2.2, responseUrl(outer), { headers: CROSS }),
    redeemed({ ...outer, at: at - 2 }),
  ];
}

/** A login that another site asked for, a refusal, the stronger login, and the logout of it. */
function session(at: number, seed: string): Exchange[] {
  const first = { ...spa, seed, at };
  const stronger = { ...spa, seed: `${seed} stronger`, at: at + 20, request: { acr_values: seed } };
  const { client, nonce, code } = valuesOf(first);
  const token = idToken(at + 4.8, { iss: AS, aud: client, nonce, sid: `sid ${seed}` });
  const initiation = `${APP}/start?${form({ iss: AS, target_link_uri: `${APP}/${seed}` })}`;
  const home = `${APP}/?state=${seed}`;
  const end = form({ id_token_hint: token, post_logout_redirect_uri: `${APP}/`, state: seed });
  return [
    redirect(at - 0.4, initiation, requestUrl(first)),
    ...login({ ...first, tokens: { id_token: token } }),
    call(at + 10, APP, `https://api.example.com/${seed}`, {
      status: 401,
      headers: { authorization: `Bearer access-${code}` },
      answer: {
        'www-authenticate': `Bearer error="insufficient_user_authentication", acr_values="${seed}"`,
      },
    }),
    ...login(stronger),
    redirect(at + 40, `${AS}/session/end?${end}`, home),
    page(at + 40.2, home),
    page(at + 40.4, `https://other.example.net/fcl?${form({ iss: AS, sid: `sid ${seed}` })}`, {
      destination: 'iframe',
    }),
  ];
}

/** Every pair runs at the same time: two tabs, with frames beside them. */
const recording = [
  ...jarm(0, 'jarm one'),
  ...jarm(0.1, 'jarm two'),
  ...webMessage(0.05, 'message one'),
  ...webMessage(0.15, 'message two'),
  ...login({ ...spa, seed: 'silent', at: 1, iframe: true, request: { prompt: 'none' } }),
  ...federated(30, 'a'),
  ...federated(30.5, 'b'),
  ...session(60, 'gold'),
  ...session(62, 'silver'),
];

describe('flows that run at the same time', () => {
  const expected = shape(recording);

  it('are separated by value', () => {
    const of = (relation: string | null, grant = 'authorization_code') =>
      expected.filter((flow) => flow.relation === relation && flow.grant === grant).length;
    expect(expected).toHaveLength(17);
    expect([of(null), of('inside'), of('after'), of('after', 'logout')]).toEqual([9, 4, 2, 2]);
    expect(expected.filter(({ outcome }) => outcome === 'succeeded')).toHaveLength(13);
    expect(expected.filter(({ outcome }) => outcome === 'unknown')).toHaveLength(4);
    expect(
      expected.flatMap(({ findings }) => findings).filter((one) => /mismatch/.test(one)),
    ).toEqual([]);
  });

  it('nest in the login that they belong to', () => {
    const grandparents = expected
      .filter(({ relation }) => relation === 'inside')
      .map(({ parent }) => expected.find(({ id }) => id === parent)?.parent ?? null);
    expect(grandparents.filter((one) => one === null)).toHaveLength(2);
    expect(new Set(grandparents).size).toBe(3);
  });

  it('are the same in any order of arrival, with repetitions, at any time of reading', () => {
    expectSameInAnyOrder(recording, shape, 25);
  }, 120_000);

  it('depend on a page of a broker once that page proves to be part of a login', () => {
    const middle: LoginSketch = {
      authorize: `${HUB}/authorize`,
      callback: `${AS}/broker/endpoint`,
      client: 'broker',
      seed: 'late',
    };
    const start = `${AS}/broker/login?session_code=late`;
    const last = `${AS}/first-login?late`;
    const late = [
      redirect(0, start, requestUrl(middle)),
      redirect(0.2, requestUrl(middle), responseUrl(middle)),
      redirect(0.4, responseUrl(middle), last, { headers: CROSS }),
      redirect(5, last, responseUrl({ ...spa, seed: 'outer of late' }), {
        headers: { referer: start },
      }),
      page(5.2, responseUrl({ ...spa, seed: 'outer of late' }), { headers: CROSS }),
    ];
    const whole = shape(late);
    expect(whole.map(({ relation }) => relation)).toEqual([null, 'inside']);
    const every = new Set(late.keys());
    fc.assert(
      fc.property(fc.shuffledSubarray(late, { minLength: late.length }), (shuffled) => {
        expect(shape(shuffled, every)).toEqual(whole);
      }),
    );
  });

  it('are separated by their server when a library sends one constant state', () => {
    const state = 'constant-state-of-a-library';
    const other: LoginSketch = {
      authorize: 'https://other.example.org/authorize',
      token: 'https://other.example.org/token',
      callback: `${APP}/other`,
    };
    const twice = (sketch: LoginSketch, seed: string, at: number) =>
      login({ ...sketch, seed, at, request: { state } });
    const flows = shape([...twice(spa, 'one', 0), ...twice(other, 'two', 0.1)]);
    expect(flows.map(({ outcome, messages }) => [outcome, messages.length])).toEqual([
      ['succeeded', 4],
      ['succeeded', 4],
    ]);
  });

  it('a retried login and a reloaded callback stay what they are', () => {
    const first = login({ ...spa, seed: 'first' });
    const [, , callback] = first;
    if (!callback) throw new Error('no callback');
    const reload = { ...callback, id: 'reload', startedAt: callback.startedAt + 8_000 };
    const retried = login({ ...spa, seed: 'again', at: 20 });
    const flows = shape([...first, reload, ...retried]);
    expect(flows).toHaveLength(2);
    expect(
      flows[0]?.messages.filter((one) => one.startsWith('authorization-response')),
    ).toHaveLength(2);
  });

  it('a picture that begins a login has no page, also when the request of the page was lost', () => {
    const [asked] = login({ ...spa, seed: 'picture' });
    if (!asked) throw new Error('no request');
    const [, ...rest] = login({ ...spa, seed: 'lost', at: 5 });
    const picture = shape([{ ...asked, destination: 'other' }, ...rest]);
    expect(picture).toHaveLength(2);
    expect(picture[0]?.messages).toHaveLength(1);
    expect(shape([asked, ...rest])).toHaveLength(1);
  });
});
