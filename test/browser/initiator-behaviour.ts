import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { builtExtension } from './built-extension.ts';
import { startInitiatorSite } from './initiator-site.ts';
import { untilRecording } from './panel-view.ts';
import type { SiteServer } from './site-server.ts';

const LINE = '[data-testid="initiator"]';

/** The way from a message to the line of the script that sent it. */
export function describeInitiator(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`the initiator in ${name}`, () => {
    let site: SiteServer;
    let browser: BrowserSession;
    const read = <T>(script: string) => browser.panel.evaluate<T>(script);

    beforeAll(async () => {
      site = await startInitiatorSite();
      browser = await launchBrowser({ name, extension: builtExtension(name), width: 1_200 });
      await browser.page.goto(`${site.origin}/`);
      await browser.openDevtools();
      await untilRecording(browser.panel);
      await browser.page.click('#start');
      await until('the step', () =>
        read<boolean>(`document.querySelector('[data-step^="token-request"]') !== null`),
      );
      await browser.panel.click('[data-step^="token-request"]');
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });

    it.skipIf(name === 'firefox')('names the script and the line', async () => {
      const text = await until('the initiator', () =>
        read<string | null>(`document.querySelector('${LINE}')?.textContent ?? null`),
      );
      expect(text).toContain('app.js:3');
    });

    it.skipIf(name === 'firefox')('opens the script in the Sources panel', async () => {
      expect(await browser.shownPanel()).toContain('OAuth');
      await browser.panel.click(`${LINE} button`);
      await until('the Sources panel', async () => (await browser.shownPanel()) === 'sources');
    });

    it.skipIf(name === 'chromium')('is no line where the browser does not tell it', async () => {
      const shown = await until('the message', () =>
        read<string | null>(`document.querySelector('[data-testid="detail"] h2')?.textContent`),
      );
      expect(shown).toContain('token request');
      expect(await read<boolean>(`document.querySelector('${LINE}') === null`)).toBe(true);
    });
  });
}
