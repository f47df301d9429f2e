import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserSession } from '../../playground/browsers/types.ts';
import { builtExtension } from './built-extension.ts';
import { type BusySite, CALLS, startBusySite } from './busy-site.ts';
import { untilRecording } from './panel-view.ts';

interface Busy {
  readonly refusedAt: number;
  readonly callsThen: number;
  readonly endedAt: number;
}

/** Counts the extension's questions to DevTools, which are messages of a port. */
const COUNT = `(() => {
  const asked = (window.askedOfDevtools = {});
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (message, ...rest) {
    if (typeof message?.command === 'string') asked[message.command] = (asked[message.command] ?? 0) + 1;
    return post.call(this, message, ...rest);
  };
  return true;
})()`;

/** Notes when the panel first shows the finding on the refused code. */
const WATCH = `(() => {
  const look = () => {
    if (window.findingShownAt || !document.querySelector('[data-testid="finding"][data-check="token-error-invalid-grant"]')) return;
    window.findingShownAt = Date.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  return true;
})()`;

/** A login that fails during very many calls with a token. Only Chromium was slow with that. */
export function describeBusyPage(): void {
  describe.skipIf(!findBrowser('chromium'))('many API calls in Chromium', () => {
    let site: BusySite;
    let browser: BrowserSession;

    beforeAll(async () => {
      site = await startBusySite();
      browser = await launchBrowser({
        name: 'chromium',
        extension: builtExtension('chromium'),
        width: 1400,
        height: 900,
      });
      await browser.page.goto(site.url);
      await browser.openDevtools();
      await untilRecording(browser.panel);
      await browser.devtoolsPage.evaluate(COUNT);
      await browser.panel.evaluate(WATCH);
      await browser.page.click('#start');
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });

    it('do not delay the finding of a token request that fails meanwhile', async () => {
      const shownAt = await until('the finding', () =>
        browser.panel.evaluate<number>('window.findingShownAt'),
      );
      const busy = await until('the last call', () =>
        browser.page.evaluate<Busy | null>('window.busy.endedAt && window.busy'),
      );
      expect(busy.callsThen).toBeLessThan(CALLS);
      // Half of the time for the rest of the calls is several times what the finding needs.
      const rest = busy.endedAt - busy.refusedAt;
      expect(shownAt - busy.refusedAt, `of ${rest} ms`).toBeLessThan(rest / 2);
    });

    it('do not make the extension ask for their bodies or for a list of resources', async () => {
      const asked =
        await browser.devtoolsPage.evaluate<Record<string, number>>('window.askedOfDevtools');
      // The two answers of the token endpoint.
      expect(asked.getRequestContent).toBe(2);
      expect(asked.getPageResources).toBeUndefined();
    });
  });
}
