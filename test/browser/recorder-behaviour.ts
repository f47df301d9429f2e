import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import type { RecorderEvent } from '../../src/extension/handover.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { builtExtension } from './built-extension.ts';
import { type OAuthSite, startOAuthSite } from './oauth-site.ts';
import { untilRecording } from './panel-view.ts';

const EVENTS = `(() => {
  const events = [];
  window.grantscopeRecorder.subscribe((event) => events.push(event))();
  return events;
})()`;

/** Tests what the recorder must deliver in every browser. */
export function describeRecorder(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`the recorder in ${name}`, () => {
    let site: OAuthSite;
    let browser: BrowserSession;
    const events = () => browser.devtoolsPage.evaluate<RecorderEvent[]>(EVENTS);
    const exchanges = async (): Promise<readonly Exchange[]> =>
      (await events()).flatMap((event) => (event.type === 'exchanges' ? event.exchanges : []));
    /** By method and the end of the URL's path, query included. */
    const find = (method: string, path: string) =>
      until(`${method} ${path}`, async () =>
        (await exchanges()).find(
          ({ request }) =>
            request.method === method &&
            (request.url.endsWith(path) || request.url.includes(`${path}?response_type=`)),
        ),
      );

    beforeAll(async () => {
      site = await startOAuthSite();
      browser = await launchBrowser({ name, extension: builtExtension(name) });
      await browser.page.goto(`${site.app}/`);
      await browser.openDevtools();
      await untilRecording(browser.panel);
      await browser.page.goto(`${site.app}/start`);
      await until('the page to finish', () =>
        browser.page.evaluate<boolean>("document.documentElement.dataset.state === 'done'"),
      );
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });

    it('delivers every hop of the redirect chain with its Location', async () => {
      const start = await find('GET', '/start');
      const authorize = await find('GET', '/authorize');
      expect([start.response?.status, authorize.response?.status]).toEqual([302, 302]);
      expect(start.destination).toBe('document');
      const location = authorize.response?.headers.find((one) => /^location$/i.test(one.name));
      expect(location?.value).toBe(`${site.app}/callback?code=c-1&state=xyz`);
    });

    it('delivers the token request and its answer', async () => {
      const token = await find('POST', '/token');
      expect(token.request.body).toEqual({ text: 'grant_type=authorization_code&code=c-1' });
      expect(token.response?.body).toEqual({
        text: '{"access_token":"at-1","token_type":"Bearer"}',
      });
      expect(token.request.headersComplete).toBe(true);
    });

    it('delivers an answer that CORS withholds, with its headers', async () => {
      // Chromium may send the event before it has the status. The log then has it.
      const token = await until('the answer with its status', async () => {
        const found = await find('POST', '/token?cors=none');
        return found.response && found;
      });
      expect(token.response?.status).toBe(200);
      expect(token.delivered).toBe(name === 'firefox' ? null : false);
    });

    it('delivers a failing preflight and the request that it stopped', async () => {
      const preflight = await find('OPTIONS', '/userinfo');
      expect(preflight.preflight).toBe(true);
      expect(preflight.response?.status).toBe(404);
      const stopped = await find('GET', '/userinfo');
      expect(stopped.response).toBeNull();
      expect(stopped.failure).not.toBeNull();
    });

    it('orders exchanges by their start, each once', async () => {
      await Promise.all([find('POST', '/token'), find('POST', '/token?cors=none')]);
      const all = await exchanges();
      const starts = all.map(({ startedAt }) => startedAt);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(all.filter(({ request }) => request.url.includes('/token'))).toHaveLength(2);
    });

    it('says that it began after the page had loaded', async () => {
      const gaps = (await events()).flatMap((event) =>
        event.type === 'gap' ? [event.gap.kind] : [],
      );
      expect(gaps).toEqual(['late-start']);
    });

    it('forgets on demand, and reloads the page', async () => {
      await browser.devtoolsPage.evaluate('void window.grantscopeRecorder.clear()');
      expect(await exchanges()).toEqual([]);
      await browser.devtoolsPage.evaluate('void window.grantscopeRecorder.reloadPage()');
      expect((await find('GET', '/callback?code=c-1&state=xyz')).response?.status).toBe(200);
    });
  });
}
