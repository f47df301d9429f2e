import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { attemptExchanges, REFUSED } from '../conclusion/attempts.ts';
import { writtenHar } from '../panels/written-har.ts';
import { builtExtension } from './built-extension.ts';
import { importFile } from './panel-walk.ts';

const WORKED = attemptExchanges('worked', [], { at: 0 });
const failed = (seed: string) =>
  attemptExchanges(seed, [['%2Fcallback', '%2Fcallback%2F'], ...REFUSED], { at: 600 });

/** Comparing and the timeline in a real browser: layout, keys and the loading of later parts. */
export function describeCompare(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`comparing in ${name}`, () => {
    let browser: BrowserSession;
    const text = (selector: string) =>
      browser.panel.evaluate<string | null>(
        `document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`,
      );
    const sentence = () => until('the comparison', () => text('[data-testid="compare-sentence"]'));
    const flows = (count: number) =>
      until('the flows', async () => {
        const script = `document.querySelectorAll('[data-testid="flow"]').length`;
        return (await browser.panel.evaluate<number>(script)) === count || null;
      });
    const overflows = () =>
      browser.panel.evaluate<boolean>(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );

    beforeAll(async () => {
      browser = await launchBrowser({ name, extension: builtExtension(name) });
      await browser.openDevtools();
      await until('the panel', () => text('[data-testid="share"]'));
      await importFile(browser.panel, 'both.har', writtenHar([...WORKED, ...failed('first')]));
      await flows(2);
    });
    afterAll(async () => {
      await browser?.close();
    });

    it('puts a failed login beside the last that worked, by one press', async () => {
      await until('the button', () => text('[data-testid="compare-worked"]'));
      await browser.panel.click('[data-testid="compare-worked"]');
      expect(await sentence()).toMatch(/^redirect_uri differs in the authorization request/);
      expect(await text('tr[data-name="redirect_uri"] mark')).toBe('/');
      expect(await overflows()).toBe(false);
    });

    it('ends with Escape', async () => {
      await browser.panel.key('Escape');
      await until('the flow', () => text('[data-testid="verdict"]'));
      expect(await text('[data-testid="comparison"]')).toBeNull();
    });

    it('shows where the time went', async () => {
      await browser.panel.evaluate(
        `[...document.querySelectorAll('[role="tab"]')].find((tab) => tab.textContent === 'Timeline').click() ?? true`,
      );
      const spent = await until('the timeline', () => text('[data-testid="time-sentence"]'));
      expect(spent).toContain('user at the login page');
      const width = await browser.panel.evaluate<number>(
        `document.querySelector('.segment.time-user').getBoundingClientRect().width`,
      );
      expect(width).toBeGreaterThan(2);
      expect(await overflows()).toBe(false);
    });

    it('compares attempts of two files', async () => {
      await importFile(browser.panel, 'failed.har', writtenHar(failed('second')));
      await flows(1);
      await until('the menu', () => text('.compare-button'));
      await browser.panel.evaluate(`(() => {
        const files = new DataTransfer();
        files.items.add(new File([${JSON.stringify(writtenHar(WORKED))}], 'yesterday.har'));
        const input = document.querySelector('[data-testid="compare-file"]');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      })()`);
      expect(await sentence()).toMatch(/^redirect_uri differs/);
      expect(await text('.compare-columns')).toContain('(yesterday.har)');
    });
  });
}
