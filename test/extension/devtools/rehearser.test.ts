import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DevtoolsApi } from '../../../src/extension/devtools/devtools-api.ts';
import { LiveRecording } from '../../../src/extension/devtools/live-recording.ts';
import { liveRehearsals } from '../../../src/extension/devtools/live-rehearsals.ts';
import type { Rehearsal } from '../../../src/extension/handover.ts';
import type { PageOrder } from '../../../src/extension/page/rehearse-in-page.ts';
import type { PageDeed } from '../../../src/rehearsal/page-plan.ts';
import { call, form } from '../../traffic/sketch.ts';
import { APP, planOf, TOKEN } from '../rehearsal-plans.ts';

const change: PageDeed = { kind: 'change-parameter', name: 'refresh_token', value: 'rehearsed' };
const answer: PageDeed = {
  kind: 'answer',
  status: 500,
  statusText: '',
  headers: { 'content-type': 'application/json' },
  body: '{"error":"server_error"}',
};

/** DevTools on a page that answers what the test says. */
function openDevtools() {
  const orders: PageOrder[] = [];
  const navigated: (() => void)[] = [];
  const page = { here: true, held: 0, hits: [] as object[] };
  const api = {
    evaluate: async (text: string) => {
      orders.push(JSON.parse(/\)\((\{"id".*?\}),(?:null|\{fetch)/s.exec(text)?.[1] ?? 'null'));
      const told = { ...page, hits: page.hits };
      page.hits = [];
      return JSON.stringify(told);
    },
    onNavigated: (listener: () => void) => void navigated.push(listener),
  } as unknown as DevtoolsApi;
  const recording = new LiveRecording();
  const port = liveRehearsals(api, recording, null);
  let state: Rehearsal | null = null;
  port.subscribe((now) => {
    state = now;
  });
  const hit = (more = {}) => ({
    at: Date.now(),
    method: 'POST',
    url: TOKEN,
    headers: [],
    body: 'grant_type=refresh_token&refresh_token=rehearsed',
    name: null,
    before: null,
    after: null,
    delay: 0,
    ...more,
  });
  return { orders, navigated, page, recording, port, hit, state: () => state as Rehearsal | null };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('a fault that is switched on', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('costs nothing before: no expression, no listener, no timer', async () => {
    const { orders, navigated } = openDevtools();
    await pass(60_000);
    expect([orders.length, navigated.length, vi.getTimerCount()]).toEqual([0, 0, 0]);
  });

  it('is told to the page again before its time is over, and taken away in the end', async () => {
    const { orders, port, state } = openDevtools();
    port.arm(planOf(change));
    await pass(10_000);
    expect(orders.length).toBeGreaterThan(15);
    expect(orders.every(({ lease, plan }) => lease === 2_500 && plan !== null)).toBe(true);
    port.stop();
    expect(orders.at(-1)?.plan).toBeNull();
    expect(state()?.ended).toBe('stopped');
    const { length } = orders;
    await pass(60_000);
    expect([orders.length, vi.getTimerCount()]).toEqual([length, 0]);
  });

  it('ends after five minutes', async () => {
    const { port, state, orders } = openDevtools();
    port.arm(planOf(change));
    await pass(301_000);
    expect(state()?.ended).toBe('time');
    expect(orders.at(-1)?.plan).toBeNull();
  });

  it('ends when it has met the application, and not while a call is held', async () => {
    const { port, state, page, hit } = openDevtools();
    port.arm(planOf({ kind: 'late', by: 30_000 }));
    page.hits = [hit({ delay: 30_000 })];
    page.held = 1;
    await pass(5_000);
    expect(state()).toMatchObject({ ended: null, held: 1, hits: [{ url: TOKEN }] });
    page.held = 0;
    await pass(1_000);
    expect(state()?.ended).toBe('used');
  });

  it('takes the place of another one', async () => {
    const { port, orders, state } = openDevtools();
    port.arm(planOf(change));
    await pass(1_000);
    port.arm(planOf(answer, { fault: 'other' }));
    await pass(1_000);
    expect(orders.filter(({ plan }) => plan === null)).toHaveLength(1);
    expect(state()?.fault).toBe('other');
  });

  it('is refused without a URL', async () => {
    const { port, orders, state } = openDevtools();
    port.arm(planOf(change, { calls: null }));
    await pass(1_000);
    expect(orders).toEqual([]);
    expect(state()).toBeNull();
  });

  it('is told at once to a page that has just begun to load', async () => {
    const { port, orders, navigated, page } = openDevtools();
    page.here = false;
    port.arm(planOf(change));
    await pass(6_000);
    const before = orders.length;
    for (const listener of navigated) listener();
    await pass(400);
    expect(orders.length - before).toBeGreaterThan(5);
  });
});

describe('what met a fault', () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 0, 1, 0, 1) }));
  afterEach(() => vi.useRealTimers());

  const sent = (at = 60) =>
    call(at, APP, TOKEN, {
      method: 'POST',
      body: form({ grant_type: 'refresh_token', refresh_token: 'rehearsed' }),
      status: 400,
    });
  const put = (recording: LiveRecording, exchange = sent()) =>
    recording.put(exchange, { epoch: recording.epoch, side: 'devtools' });

  it.each(['before', 'after'])('is marked, recorded %s the page tells of it', async (when) => {
    const { port, page, recording, hit } = openDevtools();
    port.arm(planOf(change));
    if (when === 'before') put(recording);
    page.hits = [hit({ name: 'refresh_token', before: 'rt-1', after: 'rehearsed' })];
    await pass(1_000);
    if (when === 'after') put(recording);
    put(recording, sent(63));
    expect(recording.exchanges.map(({ rehearsed }) => rehearsed?.before)).toEqual([
      'rt-1',
      undefined,
    ]);
  });

  it('and was never sent is an exchange of its own', async () => {
    const { port, page, recording, hit } = openDevtools();
    port.arm(planOf(answer));
    page.hits = [hit({ delay: null })];
    await pass(1_000);
    expect(recording.exchanges).toMatchObject([
      {
        request: { method: 'POST', url: TOKEN },
        response: { status: 500, body: { text: '{"error":"server_error"}' } },
        rehearsed: { fault: 'a-fault', title: 'A fault', made: true },
      },
    ]);
  });

  it('is not believed of another URL, nor without measure', async () => {
    const { port, page, recording, hit } = openDevtools();
    port.arm(planOf(answer, { once: false }));
    page.hits = [hit({ delay: null, url: 'https://bank.example.com/' })];
    await pass(600);
    page.hits = Array.from({ length: 21 }, () => hit({ delay: null }));
    await pass(600);
    for (let round = 0; round < 10; round += 1) {
      page.hits = Array.from({ length: 20 }, () => hit({ delay: null }));
      await pass(600);
    }
    expect(recording.exchanges.length).toBeLessThanOrEqual(100);
    expect(recording.exchanges.some(({ request }) => request.url.includes('bank'))).toBe(false);
  });

  it('is every request while the clock is wrong, and none afterwards', async () => {
    const { port, page, recording, hit } = openDevtools();
    port.arm(planOf({ kind: 'clock', by: -3_600_000 }, { calls: null, once: false }));
    page.hits = [hit({ method: 'GET', url: `${APP}/` })];
    await pass(1_000);
    put(recording, sent(61));
    port.stop();
    put(recording, sent(70));
    expect(recording.exchanges.map(({ rehearsed }) => rehearsed?.title)).toEqual([
      'A fault',
      undefined,
    ]);
  });
});
