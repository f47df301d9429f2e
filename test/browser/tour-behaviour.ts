import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { builtExtension } from './built-extension.ts';

interface Stop {
  readonly label: string;
  /** Whether the text is inside the window. */
  readonly inside: boolean;
  /** Size of the frame around the part that the stop is about. */
  readonly frame: readonly [number, number];
  readonly hasFocus: boolean;
}

const STOP = `(() => {
  const dialog = document.querySelector('[data-testid="tour"]');
  if (!dialog) return null;
  const box = dialog.getBoundingClientRect();
  const frame = document.querySelector('.tour-frame').getBoundingClientRect();
  return {
    label: dialog.getAttribute('aria-label'),
    inside: box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
    frame: [frame.width, frame.height],
    hasFocus: dialog.contains(document.activeElement),
  };
})()`;

/** The tour of a user who opens the tab for the first time. */
export function describeTour(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`the tour in ${name}`, () => {
    let browser: BrowserSession;
    const read = <T>(script: string) => browser.panel.evaluate<T>(script);
    const isThere = (selector: string) =>
      read<boolean>(`document.querySelector('${selector}') !== null`);
    const press = (words: string) =>
      read<boolean>(`(() => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '${words}');
        button?.click();
        return button !== undefined;
      })()`);
    /** Loads the panel again, as DevTools do when they are opened again. */
    const reload = async () => {
      await read<boolean>(`((window.isOld = true), setTimeout(() => location.reload()), true)`);
      await until('the new document', () =>
        read<boolean>(`window.isOld === undefined && document.querySelector('.empty') !== null`),
      );
    };

    beforeAll(async () => {
      browser = await launchBrowser({ name, extension: builtExtension(name), width: 1_200 });
      await browser.openDevtools();
      await until('the offer', () => isThere('[data-testid="tour-offer"]'));
    });
    afterAll(async () => {
      await browser?.close();
    });

    it.each([1_200, 400])('is skipped for good, %i px wide', async (width) => {
      await browser.resize(width, 760);
      await read<boolean>(`(localStorage.clear(), true)`);
      await reload();
      await until('the offer', () => isThere('[data-testid="tour-offer"]'));
      expect(await press('No, thanks')).toBe(true);
      await until('no offer', async () => !(await isThere('[data-testid="tour-offer"]')));
      await reload();
      expect(await isThere('[data-testid="tour-offer"]')).toBe(false);
    });

    it.each([1_200, 400])('shows five parts of the panel, %i px wide', async (width) => {
      await browser.resize(width, 760);
      await read<boolean>(`(localStorage.clear(), true)`);
      await reload();
      await browser.panel.click('[data-testid="tour-start"]');
      for (let stop = 1; stop <= 5; stop += 1) {
        const now = await until(`stop ${stop}`, async () => {
          const seen = await read<Stop | null>(STOP);
          const isDrawn = seen?.inside && seen.hasFocus && seen.frame.every((size) => size > 10);
          return isDrawn && seen.label.startsWith(`Tour, ${stop} of 5`) ? seen : null;
        });
        expect(now.frame[0]).toBeLessThanOrEqual(width);
        await press(stop < 5 ? 'Next' : 'Done');
      }
      await until('the end', async () => !(await isThere('[data-testid="tour"]')));
      expect(await isThere('[data-testid="verdict"]')).toBe(true);
      await press('Leave the demo');
      await until('the empty panel', () => isThere('.empty'));
      expect(await isThere('[data-testid="tour-offer"]')).toBe(false);
    });

    it('ends with Escape', async () => {
      await read<boolean>(`(localStorage.clear(), true)`);
      await reload();
      await browser.panel.click('[data-testid="tour-start"]');
      await until('the tour', async () => (await read<Stop | null>(STOP))?.hasFocus);
      await browser.panel.key('Escape');
      await until('the end', async () => !(await isThere('[data-testid="tour"]')));
    });
  });
}
