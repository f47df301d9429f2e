import { describe, expect, it } from 'vitest';
import { CookieLedger } from '../../src/correlation/cookie-ledger.ts';
import type { Item } from '../../src/correlation/item.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange, START } from '../helpers/exchanges.ts';

const APP = 'https://app.example.com';

const setting = (at: number, id: string, field: string, more = {}): Exchange =>
  exchange(at, { id, url: `${APP}/${id}`, answer: { 'set-cookie': field }, ...more });

const last = (ledger: CookieLedger, seconds: number): string | undefined =>
  ledger.lastSetting('a', START + seconds * 1_000, () => true)?.id;

describe('the cookie ledger', () => {
  it('finds the last setting of a name up to a moment, in any order of arrival', () => {
    const ledger = new CookieLedger(() => {});
    for (const one of [setting(5, 'e5', 'a=2'), setting(1, 'e1', 'a=1'), setting(3, 'e3', 'b=1')])
      ledger.add(one);
    expect([0, 1, 4, 5].map((at) => last(ledger, at))).toEqual([undefined, 'e1', 'e1', 'e5']);
    expect(ledger.settingOf('a', '2', START + 9_000)?.id).toBe('e5');
    expect(ledger.setAt('app.example.com', START, START + 4_000).map(({ id }) => id)).toEqual([
      'e1',
      'e3',
    ]);
  });

  it('forgets what is removed or replaced', () => {
    const ledger = new CookieLedger(() => {});
    ledger.add(setting(1, 'e1', 'a=1'));
    ledger.remove('e1');
    expect(last(ledger, 9)).toBeUndefined();
    ledger.add(setting(1, 'e1', 'a=1'));
    ledger.remove('e1');
    ledger.add(setting(1, 'e1', 'b=1'));
    expect(last(ledger, 9)).toBeUndefined();
  });

  it('knows whether a source shows cookies', () => {
    const ledger = new CookieLedger(() => {});
    ledger.add(setting(1, 'e1', 'a=1'));
    expect(ledger.shows(0)).toBe(false);
    ledger.add(exchange(2, { id: 'e2', url: APP, headers: { Cookie: 'a=1' } }));
    expect([ledger.shows(0), ledger.shows(1)]).toEqual([true, false]);
    ledger.remove('e2');
    expect(ledger.shows(0)).toBe(false);
  });

  it('finds redirects, and visits in a window of its own', () => {
    const ledger = new CookieLedger(() => {});
    ledger.add(
      exchange(1, { id: 'e1', url: `${APP}/a`, status: 302, answer: { location: '/b#x' } }),
    );
    ledger.add(exchange(2, { id: 'e2', url: `${APP}/b`, headers: { cookie: 'a=1' } }));
    ledger.add(
      exchange(3, { id: 'e3', url: `${APP}/c`, destination: 'iframe', headers: { cookie: 'a=1' } }),
    );
    expect(ledger.redirectTo(`${APP}/b`, START + 9_000)?.id).toBe('e1');
    expect(ledger.redirectTo(`${APP}/b`, START)).toBeNull();
    expect(ledger.visitOf('app.example.com', START + 9_000)?.id).toBe('e2');
  });

  it('tells which attempts a late arrival concerns', () => {
    const told: Item[] = [];
    const ledger = new CookieLedger((root) => void told.push(root));
    const item = (seconds: number) =>
      ({
        id: `i${seconds}`,
        startedAt: START + seconds * 1_000,
        exchange: exchange(seconds, { url: APP }),
      }) as Item;
    const [early, later] = [item(10), item(10_000)];
    ledger.watch(early, [early, item(20)]);
    ledger.watch(later, [later, item(10_020)]);
    ledger.add(setting(15, 'e1', 'a=1'));
    expect(told).toEqual([early]);
    ledger.add(setting(30, 'e2', 'a=1'));
    ledger.add(setting(20_000, 'e3', 'a=1'));
    expect(told).toEqual([early]);
    ledger.remove('e1');
    expect(told).toEqual([early, early]);
    ledger.watch(early, []);
    ledger.add(setting(15, 'e1', 'a=1'));
    expect(told).toEqual([early, early]);
    ledger.add(exchange(2, { id: 'e4', url: APP, headers: { cookie: 'a=1' } }));
    expect(told).toEqual([early, early, later]);
  });
});
