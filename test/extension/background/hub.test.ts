import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Hub } from '../../../src/extension/background/hub.ts';
import type { Held, HubState } from '../../../src/extension/background/hub-state.ts';
import type { ToDevtools } from '../../../src/extension/wire/devtools-port.ts';
import type { WireEvent } from '../../../src/extension/wire/wire-event.ts';

const TAB = 7;
const POPUP = 8;
const APP = 'https://client.example.com';
const sent = (requestId: string): WireEvent => ({ type: 'sent', requestId, at: 1, headers: [] });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The memory of a browser session, and the hubs that use it one after the other. */
function session({ room = Number.POSITIVE_INFINITY } = {}) {
  let state: HubState | null = null;
  const held = new Map<number, Held>();
  const idle = vi.fn();
  const wake = () =>
    new Hub(
      {
        load: async () => structuredClone({ state, held: [...held] }),
        async save(next) {
          state = structuredClone(next);
          return true;
        },
        async hold(number, one) {
          if (held.size >= room) return false;
          held.set(number, structuredClone(one));
          return true;
        },
        release: (numbers) => {
          for (const number of numbers) held.delete(number);
        },
      },
      idle,
    );
  return { wake, idle, held };
}

function devtools() {
  const told: ToDevtools[] = [];
  const ids = () =>
    told.flatMap((message) =>
      message.type === 'events'
        ? message.events.flatMap((event) => ('requestId' in event ? [event.requestId] : []))
        : [],
    );
  return { told, ids, post: (message: ToDevtools) => void told.push(message) };
}

describe('the hub', () => {
  it('delivers the events of the tab, its popups and its workers, and no others', async () => {
    const hub = session().wake();
    await hub.ready;
    const page = devtools();
    hub.watch(TAB, APP, page);
    hub.opened(TAB, POPUP);
    hub.event(sent('tab'), { tabId: TAB, sender: null });
    hub.event(sent('popup'), { tabId: POPUP, sender: null });
    hub.event(sent('worker'), { tabId: -1, sender: `${APP}/sw.js` });
    hub.event(sent('other tab'), { tabId: 99, sender: APP });
    hub.event(sent('other worker'), { tabId: -1, sender: 'https://other.example.com' });
    hub.event(sent('nobody'), { tabId: -1, sender: null });
    expect(page.ids()).toEqual(['tab', 'popup', 'worker']);
  });

  it('loses no event while its memory is read', async () => {
    const { wake } = session();
    const first = wake();
    await first.ready;
    first.watch(TAB, APP, devtools());
    const woken = wake();
    woken.event(sent('what woke it'), { tabId: TAB, sender: null });
    const page = devtools();
    woken.watch(TAB, null, page);
    await woken.ready;
    expect(page.ids()).toEqual(['what woke it']);
  });

  it('holds events until the devtools page is back, across another stop', async () => {
    const { wake } = session();
    const first = wake();
    await first.ready;
    first.watch(TAB, APP, devtools());
    first.opened(TAB, POPUP);
    const second = wake();
    second.event(sent('a'), { tabId: POPUP, sender: null });
    await second.ready;
    const third = wake();
    third.event(sent('b'), { tabId: POPUP, sender: null });
    await third.ready;
    const page = devtools();
    third.watch(TAB, APP, page);
    third.event(sent('c'), { tabId: POPUP, sender: null });
    expect(page.ids()).toEqual(['a', 'b', 'c']);
  });

  it('forgets DevTools that were closed, at once or while it was stopped', async () => {
    const { wake, idle } = session();
    const first = wake();
    await first.ready;
    const page = devtools();
    first.watch(TAB, APP, page);
    first.unwatch(TAB, page);
    expect(idle).toHaveBeenCalledTimes(1);
    first.watch(TAB, APP, page);
    const woken = wake();
    await woken.ready;
    expect(woken.isWatched({ tabId: TAB, sender: null })).toBe(true);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(woken.isWatched({ tabId: TAB, sender: null })).toBe(false);
    expect(idle).toHaveBeenCalledTimes(2);
  });

  it('keeps a tab whose new devtools page connects before the old one leaves', async () => {
    const hub = session().wake();
    await hub.ready;
    const [old, page] = [devtools(), devtools()];
    hub.watch(TAB, APP, old);
    hub.watch(TAB, APP, page);
    hub.unwatch(TAB, old);
    hub.event(sent('a'), { tabId: TAB, sender: null });
    expect(page.ids()).toEqual(['a']);
  });

  it('reports that a popup changed its URL; DevTools report that of the tab', async () => {
    const hub = session().wake();
    await hub.ready;
    const page = devtools();
    hub.watch(TAB, APP, page);
    hub.opened(TAB, POPUP);
    hub.moved(TAB, { at: 1, url: `${APP}/#tab` });
    hub.moved(POPUP, { at: 2, url: `${APP}/#popup` });
    expect(page.told).toEqual([
      { type: 'navigation', navigation: { at: 2, url: `${APP}/#popup` } },
    ]);
  });

  it('holds no more than its limit, and tells how many of the oldest it lost', async () => {
    const { wake, held } = session();
    const first = wake();
    await first.ready;
    first.watch(TAB, APP, devtools());
    const second = wake();
    await second.ready;
    const large = (requestId: string): WireEvent => ({
      type: 'body',
      requestId,
      at: 1,
      body: { text: 'x'.repeat(1_000_000) },
    });
    for (const id of ['a', 'b', 'c', 'd', 'e'])
      second.event(large(id), { tabId: TAB, sender: null });
    expect(held.size).toBeLessThan(5);
    const third = wake();
    await third.ready;
    const page = devtools();
    third.watch(TAB, APP, page);
    expect(page.ids()).toEqual(['c', 'd', 'e']);
    expect(page.told.at(-1)).toEqual({ type: 'lost', count: 2 });
    expect(held.size).toBe(0);
    third.watch(TAB, APP, page);
    expect(page.told.filter(({ type }) => type === 'lost')).toHaveLength(1);
  });

  it('loses the oldest when the browser has no room, and tells so', async () => {
    const { wake } = session({ room: 2 });
    const first = wake();
    await first.ready;
    first.watch(TAB, APP, devtools());
    const second = wake();
    await second.ready;
    for (const id of ['a', 'b', 'c']) {
      second.event(sent(id), { tabId: TAB, sender: null });
      await vi.advanceTimersByTimeAsync(0);
    }
    const page = devtools();
    second.watch(TAB, APP, page);
    expect(page.ids()).toEqual(['b', 'c']);
    expect(page.told.at(-1)).toEqual({ type: 'lost', count: 1 });
  });
});
