import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { builtExtension } from './built-extension.ts';
import { importFile } from './panel-walk.ts';
import { type ShortLogin, shortLogins } from './short-logins.ts';

const SHOP: ShortLogin = { client: 'shop' };
const MAIL: ShortLogin = { client: 'mail' };
const FAILED: ShortLogin = { client: 'shop', fails: true };

/** The list as a user sees it. */
interface List {
  /** The text of the selected row. */
  readonly selected: string;
  /** Place of the selected row in the list, from 0. */
  readonly place: number;
  /** Whether the selected row is inside the visible part of the list. */
  readonly inView: boolean;
  readonly hasFocus: boolean;
  /** Rows in the document, and those that Tab reaches. */
  readonly drawn: number;
  readonly stops: number;
}

const LIST = `(() => {
  const rows = [...document.querySelectorAll('[data-testid="flow"]')];
  const row = rows.find((one) => one.getAttribute('aria-selected') === 'true');
  const box = document.querySelector('.flows')?.getBoundingClientRect();
  const own = row?.getBoundingClientRect();
  return {
    selected: row?.textContent ?? '',
    place: row ? Math.round(parseFloat(row.style.top) / row.offsetHeight) : -1,
    inView: Boolean(own && box) && own.top >= box.top - 1 && own.bottom <= box.bottom + 1,
    hasFocus: row !== undefined && document.activeElement === row,
    drawn: rows.length,
    stops: rows.filter((one) => one.tabIndex === 0).length,
  };
})()`;

/** The list of flows in a real browser: what is selected at first, and 200 rows by the keyboard. */
export function describeList(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`the list of flows in ${name}`, () => {
    let browser: BrowserSession;
    const read = <T>(script: string) => browser.panel.evaluate<T>(script);
    const list = () => read<List>(LIST);
    const files = { count: 0 };

    /** Opens a file, and waits until it is the one that is shown. */
    const show = async (logins: readonly ShortLogin[]) => {
      files.count += 1;
      const file = `file-${files.count}.har`;
      await importFile(browser.panel, file, shortLogins(file, logins));
      await until('the file', () =>
        read<boolean>(
          `document.querySelector('[data-testid="file-bar"]')?.textContent.includes('${file}') && document.querySelector('[data-testid="flow"]') !== null`,
        ),
      );
    };
    /** Waits until the list is as wanted, and says how it was otherwise. */
    const untilList = async (what: string, accept: (now: List) => boolean) => {
      let last: List | null = null;
      return until(what, async () => {
        last = await list();
        return accept(last) ? last : null;
      }).catch((error: unknown) => {
        throw new Error(`${String(error)}\nThe list: ${JSON.stringify(last)}`);
      });
    };

    beforeAll(async () => {
      browser = await launchBrowser({ name, extension: builtExtension(name), width: 1_200 });
      await browser.openDevtools();
      await until('the panel', () => read<boolean>(`Boolean(document.querySelector('.toolbar'))`));
    });
    afterAll(async () => {
      await browser?.close();
    });

    it.each<[string, readonly ShortLogin[], number]>([
      ['the newest failure, before a newer login of another client', [SHOP, FAILED, MAIL], 1],
      ['the newest of two failures', [FAILED, { ...FAILED, client: 'mail' }, SHOP], 1],
      ['the newest flow, when the failure was made up for', [FAILED, SHOP], 1],
      ['the newest flow, when all worked', [MAIL, SHOP, { client: 'admin' }], 2],
    ])('selects %s', async (_, logins, place) => {
      await show(logins);
      const now = await untilList('the selection', (one) => one.place >= 0);
      expect(now.place).toBe(place);
      const verdict = await read<string>(
        `document.querySelector('[data-testid="verdict"]').textContent`,
      );
      expect(verdict.includes('invalid_grant')).toBe(logins[place]?.fails ?? false);
    });

    it('leads to the page of the check', async () => {
      await show([FAILED]);
      await until('the link', () =>
        read<boolean>(
          `[...document.querySelectorAll('.verdict a')].some(({ textContent }) => textContent === 'Why this?')`,
        ),
      );
      const [href, target, cause] = await read<readonly [string, string, string]>(`(() => {
        const link = [...document.querySelectorAll('.verdict a')].find(({ textContent }) => textContent === 'Why this?');
        return [link.href, link.target, document.querySelector('[data-testid="verdict"]').dataset.cause];
      })()`);
      expect(target).toBe('_blank');
      const page = new URL(href).pathname;
      expect(page).toBe(`/docs/checks/${cause}.html`);
      expect(existsSync(join(builtExtension(name), page))).toBe(true);
    });

    describe.each([
      ['wide', 1_200],
      ['narrow', 400],
    ])('of 200 flows, %s', (_, width) => {
      beforeAll(async () => {
        await browser.resize(width, 760);
        await show(Array.from({ length: 200 }, (__, index) => ({ client: `shop-${index}` })));
        await untilList('the newest flow', ({ place }) => place === 199);
        await read<boolean>(
          `(document.querySelector('[data-testid="flow"][tabindex="0"]').focus(), true)`,
        );
      });

      it('draws the rows that are near, and one of them is a tab stop', async () => {
        const now = await untilList('the selected row', ({ inView }) => inView);
        expect(now.drawn).toBeLessThan(60);
        expect(now.stops).toBe(1);
        const sideways = await read<boolean>('document.documentElement.scrollWidth > innerWidth');
        expect(sideways).toBe(false);
      });

      it('keeps the selection in view with Home, End, the arrows and the Page keys', async () => {
        const press = async (key: string, accept: (place: number, before: number) => boolean) => {
          const before = (await list()).place;
          await browser.panel.key(key);
          const now = await untilList(
            `the row after ${key} from ${before}`,
            ({ place, inView, hasFocus }) => accept(place, before) && inView && hasFocus,
          );
          expect([now.stops, now.drawn < 60]).toEqual([1, true]);
          return now;
        };
        const first = await press('Home', (place) => place === 0);
        expect(first.selected).toContain('shop-0');
        await press('ArrowDown', (place) => place === 1);
        const page = await press('PageDown', (place, before) => place > before + 1);
        await press('PageDown', (place) => place > page.place + 1);
        await press('PageUp', (place) => place === page.place);
        await press('ArrowUp', (place) => place === page.place - 1);
        const last = await press('End', (place) => place === 199);
        expect(last.selected).toContain('shop-199');
      });

      it('shows the conclusion of the row that the keys select', async () => {
        await browser.panel.key('Home');
        await untilList('the first row', ({ place }) => place === 0);
        const shown = await until('the conclusion', () =>
          read<boolean>(`(() => {
            const box = document.querySelector('[data-testid="verdict"]')?.getBoundingClientRect();
            return Boolean(box) && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
          })()`),
        );
        expect(shown).toBe(true);
      });

      it('is left with one press of Tab', async () => {
        await browser.panel.key('Tab');
        const isLeft = await until('the focus outside the rows', () =>
          read<boolean>(`document.activeElement?.closest('[role="tree"]') === null`),
        );
        expect(isLeft).toBe(true);
      });
    });
  });
}
