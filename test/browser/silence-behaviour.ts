import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import type { RecorderEvent } from '../../src/extension/handover.ts';
import { builtExtension } from './built-extension.ts';
import { untilRecording } from './panel-view.ts';
import { openSite, type SiteServer } from './site-server.ts';

const EVENTS = `(() => {
  const events = [];
  window.grantscopeRecorder.subscribe((event) => events.push(event))();
  return events;
})()`;

/** Sends a token request that is refused. */
const redeem = (code: string) =>
  `fetch('/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', client_id: 's6BhdRkqt3', redirect_uri: location.origin, code: '${code}' }) }).then((response) => response.text())`;

/** What stops answering, is reloaded, or tells nothing while DevTools are open. */
export function describeSilence(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`parts of ${name} that do not answer`, () => {
    let site: SiteServer;
    let browser: BrowserSession;
    const folder = mkdtempSync(join(tmpdir(), 'grantscope-file-'));
    const file = join(folder, 'page.html');
    const events = () => browser.devtoolsPage.evaluate<RecorderEvent[]>(EVENTS);
    const gaps = async () =>
      (await events()).flatMap((event) => (event.type === 'gap' ? [event.gap.kind] : []));
    const flows = () =>
      browser.panel.evaluate<number>(`document.querySelectorAll('[data-testid="flow"]').length`);

    const counts = () =>
      browser.panel.evaluate<string>(
        `document.querySelector('[data-testid="counts"]').textContent`,
      );

    beforeAll(async () => {
      writeFileSync(file, '<!doctype html><title>a file</title>');
      site = await openSite((request, response) => {
        request.resume();
        const isToken = request.url === '/token';
        response.writeHead(isToken ? 400 : 200, {
          'content-type': isToken ? 'application/json' : 'text/html',
          'cache-control': 'no-store',
        });
        response.end(isToken ? '{"error":"invalid_grant"}' : '<!doctype html><title>app</title>');
      });
      browser = await launchBrowser({
        name,
        extension: builtExtension(name),
        agrees: true,
        width: 1400,
        height: 900,
      });
      await browser.page.goto(`${site.origin}/`);
      await browser.openDevtools();
      await untilRecording(browser.panel);
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('a panel that is reloaded in place shows the recording again, and goes on', async () => {
      await browser.page.evaluate(redeem('code-before-the-reload'));
      await until('the flow', async () => (await flows()) === 1);
      await browser.panel.evaluate(
        'void setTimeout(() => location.reload(), 100, (window.isOld = true))',
      );
      await until('another document', () =>
        browser.panel.evaluate<boolean>('window.isOld === undefined'),
      );
      await until('the flow again', async () => (await flows()) === 1, 30_000);
      const before = await counts();
      await browser.page.evaluate(redeem('code-after-the-reload'));
      await until('two requests', async () => {
        const all = (await events()).flatMap((event) =>
          event.type === 'exchanges' ? event.exchanges : [],
        );
        return all.filter(({ request }) => request.url.endsWith('/token')).length === 2;
      });
      await until('both in the panel', async () => (await counts()) !== before);
    });

    it('a page that extensions may not see is a gap', async () => {
      await browser.page.goto('about:blank');
      await until('the gap', async () => (await gaps()).includes('blind-page'));
      await browser.page.goto(`${site.origin}/`);
    });

    it('a page that was opened from a file is a gap that says what to do', async () => {
      await browser.page.goto(pathToFileURL(file).href);
      await until('the page', () => browser.page.evaluate<boolean>(`document.title === 'a file'`));
      const told = await until('the gap', async () =>
        (await events()).find(
          (event) => event.type === 'gap' && event.gap.text.includes('opened from a file'),
        ),
      );
      expect(told).toMatchObject({ gap: { kind: 'blind-page' } });
      await browser.page.goto(`${site.origin}/`);
    });

    it.runIf(name === 'chromium')(
      'a background that hangs is a gap, and is joined again',
      async () => {
        await browser.panel.click('[data-testid="settings"]');
        await browser.panel.click('[data-testid="record-more"]');
        const state = async () =>
          (await events()).findLast((event) => event.type === 'background')?.state;
        await until('the recorder in the background', async () => (await state()) === 'on');
        await browser.panel.click('dialog[open] .dialog-head button');
        await browser.background.evaluate(
          'void setTimeout(() => { const end = Date.now() + 22000; while (Date.now() < end); }, 50)',
        );
        await until('the gap', async () => (await gaps()).includes('no-answer'), 30_000);
        await until('the background again', async () => (await state()) === 'on', 40_000);
      },
      90_000,
    );

    it('a recorder whose extension has ended says so, and what it recorded can be exported', async () => {
      const before = await flows();
      expect(before).toBeGreaterThan(0);
      // What the pages of an extension see when the browser ends it and leaves them open.
      await browser.devtoolsPage.evaluate(`void delete (globalThis.chrome ?? {}).runtime`);
      await until('the gap', async () => (await gaps()).includes('ended'));
      await until('the notice', () =>
        browser.panel.evaluate<boolean>(
          `document.body.textContent.includes('Recording has ended')`,
        ),
      );
      expect(await flows()).toBe(before);
      await browser.panel.click('[data-testid="share"]');
      const text = await until('the report', () =>
        browser.panel.evaluate<string>(
          `document.querySelector('[data-testid="share-preview"]')?.textContent ?? ''`,
        ),
      );
      expect(text).toContain('invalid_grant');
    });

    it('an extension that is reloaded records on as soon as it has a panel again', async () => {
      await browser.background.reload();
      // Chromium closes DevTools with the extension, and Firefox makes the panel again.
      await until('the panel', () => browser.openDevtools().then(() => true), 30_000);
      await until('the new recorder', async () => (await gaps()).includes('late-start'), 30_000);
      await browser.page.evaluate(redeem('code-after-the-update'));
      await until('the flow', async () => (await flows()) === 1);
    });

    it('a page that is paused in the debugger delays nothing', async () => {
      const before = (await events()).length;
      await browser.page.evaluate(
        `void setTimeout(() => { void ${redeem('code-while-paused')}; setTimeout(() => { debugger; }, 300); }, 50)`,
      );
      await until('the request', async () => {
        const all = (await events()).flatMap((event) =>
          event.type === 'exchanges' ? event.exchanges : [],
        );
        return all.some(({ request }) =>
          JSON.stringify(request.body).includes('code-while-paused'),
        );
      });
      expect((await events()).length).toBeGreaterThanOrEqual(before);
      const url = await browser.devtoolsPage.evaluate<string | null>(
        'window.grantscopeRecorder.inspectedUrl()',
      );
      expect([`${site.origin}/`, null]).toContain(url);
    });
  });
}
