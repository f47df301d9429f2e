import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserSession } from '../../playground/browsers/types.ts';
import { builtExtension } from './built-extension.ts';
import { untilRecording } from './panel-view.ts';
import { LOGINS, startTidySite, type TidySite } from './tidy-site.ts';

/** The newest version of each token request: its code, and the access token of its answer. */
const PAIRS = `(() => {
  const seen = new Map();
  window.grantscopeRecorder.subscribe((event) => {
    for (const one of event.exchanges ?? [])
      if (one.request.method === 'POST') seen.set(one.id, one);
  })();
  return [...seen.values()].map(({ request, response }) => [
    /code=c-(\\d+)/.exec(request.body?.text)?.[1],
    /"at-(\\d+)"/.exec(response?.body.text ?? '')?.[1] ?? null,
  ]);
})()`;

type Pair = readonly [login: string, token: string | null];

/** Chromium forgets how to get a body when the page changes its URL right after the answer. */
export function describeTidyPage(): void {
  describe.skipIf(!findBrowser('chromium'))('a page that tidies its URL in Chromium', () => {
    let site: TidySite;
    let browser: BrowserSession;

    beforeAll(async () => {
      site = await startTidySite();
      browser = await launchBrowser({ name: 'chromium', extension: builtExtension('chromium') });
      await browser.page.goto(site.url);
      await browser.openDevtools();
      await untilRecording(browser.panel);
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });

    it('keeps at least nine of ten token responses, each with its own request', async () => {
      await browser.page.goto(site.start);
      const finished = () => browser.page.evaluate<boolean>(`window.logins === ${LOGINS}`);
      await until('the last login', finished, 50_000);
      const pairs = await until('all token requests', async () => {
        const found = await browser.devtoolsPage.evaluate<Pair[]>(PAIRS);
        return found.length === LOGINS && found;
      });
      const read = pairs.filter(([, token]) => token !== null);
      expect(read.filter(([login, token]) => login !== token)).toEqual([]);
      expect(read.length).toBeGreaterThanOrEqual(0.9 * LOGINS);
    });
  });
}
