import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { reactionTo } from '../../src/rehearsal/reactions.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { START } from '../helpers/exchanges.ts';
import { APP, AS, spa } from '../traffic/clients.ts';
import { call, form, login, page, redirect, requestUrl } from '../traffic/sketch.ts';

const API = 'https://api.example.com/orders';
const tokens = { refresh_token: 'rt-1', access_token: 'at-1', expires_in: 600 };
const met = { at: START + 60_000, method: 'GET', url: API };

const api = (at: number, status: number) =>
  call(at, APP, API, { headers: { authorization: 'Bearer at-1' }, status });
const refresh = (at: number) =>
  call(at, APP, `${AS}/token`, {
    method: 'POST',
    body: form({ grant_type: 'refresh_token', refresh_token: 'rt-1', client_id: 'c' }),
    answerBody: { ...tokens, token_type: 'Bearer' },
  });
const newLogin = (at: number, seed: string, request = {}) =>
  redirect(at, requestUrl({ ...spa, seed, request }), `${AS}/interaction/${seed}`);

function reaction(after: readonly Exchange[]) {
  const { flows, loose } = snapshotOf([...login({ ...spa, tokens }), api(59, 200), ...after]);
  return reactionTo(met, [...flows.flatMap(({ flow }) => flow.messages), ...loose]).kind;
}

const failed = (at: number) =>
  page(at, `${APP}/cb?error=access_denied`, {
    status: 500,
    answerBody: '<!doctype html><title>Oops</title><h1>Login failed</h1><script>x</script>',
  });

it('quotes the page that the application showed', () => {
  const { flows, loose } = snapshotOf([...login({ ...spa, tokens }), failed(61)]);
  const { kind, text } = reactionTo(met, [...flows.flatMap(({ flow }) => flow.messages), ...loose]);
  expect([kind, text]).toEqual(['error-page', expect.stringContaining('Login failed')]);
});

describe('what an application did with a fault', () => {
  it.each<[string, readonly Exchange[], string]>([
    ['nothing', [], 'nothing'],
    ['a repetition that works', [api(61, 200)], 'recovered'],
    ['a refresh and a repetition that works', [refresh(61), api(62, 200)], 'recovered'],
    ['a refresh without a repetition', [refresh(61)], 'refresh'],
    ['a repetition that fails', [api(61, 401)], 'repeated-once'],
    ['many repetitions', [61, 62, 63, 64].map((at) => api(at, 401)), 'repeated'],
    ['a login', [newLogin(61, 'two')], 'login'],
    ['a silent check', [newLogin(61, 'two', { prompt: 'none' })], 'silent-login'],
    ['a loop of logins', [61, 62, 63].map((at) => newLogin(at, `seed ${at}`)), 'many-logins'],
    ['what comes much later', [api(100, 401)], 'nothing'],
    [
      'the call that met it, held back',
      [
        {
          ...api(80, 200),
          rehearsed: {
            fault: 'token-endpoint-late',
            title: 'Late',
            armedAt: met.at - 1,
            hitAt: met.at,
            name: null,
            before: null,
            after: null,
          },
        },
      ],
      'nothing',
    ],
  ])('%s', (_, after, kind) => {
    expect(reaction(after)).toBe(kind);
  });
});
