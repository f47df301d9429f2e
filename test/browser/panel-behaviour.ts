import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { builtExtension } from './built-extension.ts';
import { type OAuthSite, startOAuthSite } from './oauth-site.ts';
import { untilRecording } from './panel-view.ts';

/** Behaviour of the panel that only a real browser can show. */
export function describePanel(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`the panel itself in ${name}`, () => {
    let site: OAuthSite;
    let browser: BrowserSession;
    const text = (selector: string) =>
      browser.panel.evaluate<string | null>(
        `document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`,
      );

    beforeAll(async () => {
      site = await startOAuthSite();
      browser = await launchBrowser({ name, extension: builtExtension(name) });
      await browser.page.goto(`${site.app}/`);
      await browser.openDevtools();
      await untilRecording(browser.panel);
      await browser.page.goto(`${site.app}/start`);
      // The button must not move any more when it is pressed.
      await until('the last message', () => text('[data-step^="userinfo-request"]'));
      await until('the offer', () => text('[data-testid="fetch"]'));
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });

    it('brings along the pages that it links to', async () => {
      const missing = await browser.panel.evaluate<readonly string[]>(`(async () => {
        document.querySelector('[data-finding]')?.click();
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const links = [...document.querySelectorAll('a[href*="docs/"]')].map(({ href }) => href);
        const pages = [...links, new URL('../../docs/errors-by-what-you-see.html', location).href];
        const found = await Promise.all(pages.map((page) => fetch(page).then(({ ok }) => ok, () => false)));
        return links.length === 0 ? ['no link'] : pages.filter((_, index) => !found[index]);
      })()`);
      expect(missing).toEqual([]);
    });

    it('says so when the browser does not let it read metadata', async () => {
      await browser.panel.click('.server-documents summary');
      await browser.panel.click('[data-testid="fetch-elsewhere"]');
      const failure = await until('the failure', () => text('[data-testid="fetch-failed"]'));
      expect(failure).toContain(`${site.as}/.well-known/oauth-authorization-server`);
      expect(failure).toContain('does not allow other origins');
    });

    it('fetches metadata when asked to, without cookies and referrer', async () => {
      const place = `${site.as}/.well-known/openid-configuration`;
      expect(await text('[data-testid="fetch"]')).toBe(`Fetch ${place}`);
      await browser.panel.click('[data-testid="fetch"]');
      await until('the metadata', async () =>
        (await text('.server-documents'))?.includes('not by the page'),
      );
      const asked = site.askedForMetadata.map(({ cookie, referer }) => [cookie, referer]);
      expect(asked).toEqual([
        [undefined, undefined],
        [undefined, undefined],
      ]);
    });

    it('shows a request in the Network panel where DevTools can do that', async () => {
      await browser.panel.click('[data-step^="token-request"]');
      await until('the message', () => text('[data-testid="detail"]'));
      const button = await text('[data-testid="open-in-network"]');
      expect(button).toBe(name === 'firefox' ? null : 'Open in Network');
      if (name === 'firefox') return;
      await browser.panel.click('[data-testid="open-in-network"]');
      const picture = join(tmpdir(), `grantscope-panel-${process.pid}.png`);
      const isOnScreen = () =>
        browser.panel.screenshot(picture).then(
          () => true,
          (error: unknown) => !String(error).includes('not on screen'),
        );
      await until('another panel', async () => !(await isOnScreen()));
      rmSync(picture, { force: true });
    });
  });
}
