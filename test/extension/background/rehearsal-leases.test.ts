import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RehearsalLeases } from '../../../src/extension/background/rehearsal-leases.ts';
import { CHROMIUM } from '../../../src/extension/browsers/chromium.ts';
import type { ToDevtools } from '../../../src/extension/wire/devtools-port.ts';
import type { RehearsalOrder } from '../../../src/extension/wire/rehearsal-order.ts';
import { fakeLeaseBrowser } from './fake-lease-browser.ts';

const APP = 'https://app.example.com';
const API = 'https://api.example.com';
const NOTHING = [0, 0, 0];

const orderFor = (tabId: number, change: Partial<RehearsalOrder> = {}): RehearsalOrder => ({
  id: `order ${tabId}`,
  tabId,
  title: 'The API refuses the token',
  until: Date.now() + 300_000,
  rules: {
    sites: [APP, API],
    requests: { url: `${API}/orders`, types: ['xmlhttprequest'], preflights: false },
    deeds: [{ kind: 'set-authorization', value: 'Bearer rehearsed' }],
  },
  ...change,
});

function start(fake = fakeLeaseBrowser(), access = { given: true }) {
  const leases = new RehearsalLeases({
    browser: () => fake.browser,
    behaviour: CHROMIUM,
    allows: async () => access.given,
  });
  void leases.sweep();
  const heard: ToDevtools[] = [];
  const holder = { post: (message: ToDevtools) => void heard.push(message) };
  return { fake, leases, heard, holder, access };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

const request = (more = {}) => ({
  tabId: 7,
  requestId: '1',
  timeStamp: Date.now(),
  method: 'GET',
  type: 'xmlhttprequest',
  url: `${API}/orders?page=2`,
  ...more,
});

describe('a lease', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is the only thing that makes rules, badges, listeners and timers', async () => {
    const { fake, leases, holder, heard } = start();
    await pass(60_000);
    expect([fake.count(), vi.getTimerCount()]).toEqual([NOTHING, 0]);
    leases.arm(orderFor(7), holder);
    await pass(0);
    expect(heard).toEqual([{ type: 'armed', id: 'order 7' }]);
    expect(fake.count()).toEqual([1, 1, 3]);
    leases.release(holder);
    await pass(0);
    expect([fake.count(), vi.getTimerCount()]).toEqual([NOTHING, 0]);
  });

  it.each<[string, (parts: ReturnType<typeof start>) => unknown]>([
    ['its port is closed', ({ leases, holder }) => leases.release(holder)],
    ['its tab is closed', ({ fake }) => fake.tell('onRemoved', 7)],
    ['its devtools page says so without a port', ({ leases }) => leases.release(7)],
    ['five minutes are over', () => pass(300_000)],
    [
      'the access is lost',
      ({ leases, access }) => {
        access.given = false;
        return leases.accessLost();
      },
    ],
    ['all access is given back', ({ leases }) => leases.endAll()],
  ])('ends when %s, and leaves that of another tab alone', async (_, end) => {
    const parts = start();
    const { fake, leases, holder } = parts;
    const other = { post: () => {} };
    leases.arm(orderFor(7), holder);
    const stays = ['its port', 'its tab', 'its devtools'].some((one) => _.startsWith(one));
    if (stays) leases.arm(orderFor(8), other);
    await pass(0);
    await end(parts);
    await pass(0);
    expect(fake.count()).toEqual(stays ? [1, 1, 3] : NOTHING);
    leases.release(other);
    await pass(0);
    expect([fake.count(), vi.getTimerCount()]).toEqual([NOTHING, 0]);
  });

  it('ends with the first request that meets it, and tells what it changed', async () => {
    const { fake, leases, holder, heard } = start();
    leases.arm(orderFor(7), holder);
    await pass(0);
    const requestHeaders = [{ name: 'Authorization', value: 'Bearer at-1' }];
    for (const other of [{ tabId: 8 }, { url: `${API}/orders/7` }, { method: 'OPTIONS' }])
      fake.tell('onSendHeaders', request(other));
    expect(fake.rules.size).toBe(1);
    fake.tell('onBeforeSendHeaders', request({ requestHeaders }));
    fake.tell('onSendHeaders', request());
    fake.tell('onSendHeaders', request());
    await pass(0);
    expect(heard.slice(1)).toMatchObject([
      {
        type: 'met',
        id: 'order 7',
        hit: { method: 'GET', name: 'authorization', before: 'at-1', after: 'rehearsed' },
      },
    ]);
    expect([fake.count(), vi.getTimerCount()]).toEqual([NOTHING, 0]);
  });

  it('takes the place of the last one in its tab', async () => {
    const { fake, leases, holder } = start();
    leases.arm(orderFor(7), holder);
    leases.arm(orderFor(7, { id: 'next' }), holder);
    await pass(0);
    expect(fake.count()).toEqual([1, 1, 3]);
  });

  it('needs no rule for a fault of a script: it shows the badge', async () => {
    const { fake, leases, holder } = start();
    leases.arm(orderFor(7, { rules: null }), holder);
    await pass(0);
    expect(fake.count()).toEqual([0, 1, 1]);
  });

  it('is refused without access, and after its time', async () => {
    const { fake, leases, holder, heard, access } = start();
    access.given = false;
    leases.arm(orderFor(7), holder);
    leases.arm(orderFor(8, { until: Date.now() - 1 }), holder);
    await pass(0);
    expect(heard).toEqual([{ type: 'disarmed', id: 'order 7', why: 'access' }]);
    expect([fake.count(), vi.getTimerCount()]).toEqual([NOTHING, 0]);
  });

  it('works where the background sees no requests', async () => {
    const { fake, leases, holder, heard } = start(fakeLeaseBrowser({ seesRequests: false }));
    leases.arm(orderFor(7), holder);
    await pass(0);
    expect(heard).toEqual([{ type: 'armed', id: 'order 7' }]);
    expect(fake.count()).toEqual([1, 1, 1]);
  });
});

describe('a background that starts', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const leftBehind = async () => {
    const before = start();
    before.leases.arm(orderFor(7), before.holder);
    await pass(0);
    return start(before.fake);
  };

  it('removes the rules that nobody renews within 1.5 s', async () => {
    const { fake } = await leftBehind();
    await pass(1_400);
    expect(fake.rules.size).toBe(1);
    await pass(200);
    expect(fake.rules.size).toBe(0);
  });

  it('keeps the rules of a devtools page that comes back', async () => {
    const { fake, leases, holder } = await leftBehind();
    await pass(300);
    leases.arm(orderFor(7), holder);
    await pass(5_000);
    expect(fake.rules.size).toBe(1);
  });

  it('never touches a rule that is no rehearsal', async () => {
    const fake = fakeLeaseBrowser();
    fake.rules.set(1, { id: 1, condition: {} });
    start(fake);
    await pass(5_000);
    expect([...fake.rules.keys()]).toEqual([1]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
