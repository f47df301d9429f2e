import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserSession } from '../../playground/browsers/types.ts';
import type { RecorderEvent } from '../../src/extension/handover.ts';
import { builtExtension } from './built-extension.ts';
import { type SlowSite, startSlowSite } from './slow-site.ts';

const NATIVE = 'function fetch() { [native code] }';

/**
 * Tests what the script in pages changes, and that it leaves unrecorded pages. Only Chromium has
 * it.
 */
export function describePageScripts(): void {
  describe.skipIf(!findBrowser('chromium'))('the script in pages of Chromium', () => {
    let browser: BrowserSession;
    let site: SlowSite;
    /** Opens another tab in the same browser, and answers an expression in its page's own world. */
    const inOtherTab = async (expression: string): Promise<string> => {
      const tab = await browser.background.evaluate<number>(
        `chrome.tabs.create({ url: ${JSON.stringify(site.url)}, active: false }).then(({ id }) => id)`,
      );
      return until('the other tab', () =>
        browser.background.evaluate<string>(
          `chrome.scripting.executeScript({ target: { tabId: ${tab} }, world: 'MAIN', func: () => document.readyState === 'complete' && (${expression}) })
            .then(([{ result }]) => result)`,
        ),
      );
    };
    const urls = () =>
      browser.devtoolsPage.evaluate<RecorderEvent[]>(
        '(() => { const events = []; window.grantscopeRecorder.subscribe((event) => events.push(event))(); return events; })()',
      );

    beforeAll(async () => {
      site = await startSlowSite();
      browser = await launchBrowser({
        name: 'chromium',
        extension: builtExtension('chromium'),
        agrees: true,
        width: 1400,
        height: 900,
      });
      await browser.page.goto(site.url);
      await browser.openDevtools();
      await browser.panel.click('[data-testid="settings"]');
      await browser.panel.click('[data-testid="record-more"]');
      await until('the script', () =>
        browser.background.evaluate<boolean>(
          'chrome.scripting.getRegisteredContentScripts().then((all) => all.length === 2)',
        ),
      );
      await browser.page.goto(site.url);
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });

    it('is in the pages that are recorded, and adds no global name', async () => {
      expect(await browser.page.evaluate<string>('fetch.toString()')).not.toBe(NATIVE);
      expect(await browser.page.evaluate<string[]>('[fetch.name, String(fetch.length)]')).toEqual([
        'fetch',
        '1',
      ]);
      const own = 'Object.keys(window).filter((name) => /grantscope|copy|token/i.test(name))';
      expect(await browser.page.evaluate<string[]>(own)).toEqual([]);
    });

    it('leaves the pages that are not, and nothing of them is recorded', async () => {
      expect(await inOtherTab(`fetch.toString() === '${NATIVE}' && fetch.toString()`)).toBe(NATIVE);
      const send = 'XMLHttpRequest.prototype.send.toString()';
      expect(await inOtherTab(`/ send\\(/.test(${send}) && ${send}`)).toContain('native code');
      await inOtherTab(
        "(fetch('/token?elsewhere', { method: 'POST', body: 'grant_type=x' }), 'asked')",
      );
      await until('the request', () => site.asked());
      site.answer();
      const asked = browser.page.evaluate<string>(site.askSlowly);
      await until('the request of the recorded page', () => site.asked());
      site.answer();
      expect(await asked).toBe(site.text);
      await until('it to be recorded', async () =>
        JSON.stringify(await urls()).includes('c-slow-1'),
      );
      expect(JSON.stringify(await urls())).not.toContain('elsewhere');
    });
  });
}
