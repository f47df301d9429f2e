import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { play } from '../../playground/play.ts';
import { clientIdOf } from '../../playground/scenario.ts';
import { findScenario } from '../../playground/scenarios.ts';
import { type Playground, startPlayground } from '../../playground/server.ts';
import type { RecorderEvent } from '../../src/extension/handover.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { BACKGROUND_SCENARIOS, WHOLE } from '../helpers/background-scenarios.ts';
import { builtExtension } from './built-extension.ts';
import { clearPanel, type PanelFlow, waitForFlows } from './panel-view.ts';
import { type SlowSite, startSlowSite } from './slow-site.ts';

const EVENTS = `(() => {
  const events = [];
  window.grantscopeRecorder.subscribe((event) => events.push(event))();
  return events;
})()`;

const GAPS = `[...document.querySelectorAll('[data-testid="gap"]')].map((gap) => gap.dataset.kind)`;

function isWhole({ outcome, kinds }: PanelFlow): boolean {
  return outcome === 'succeeded' && WHOLE.every((kind) => kinds.includes(kind));
}

/** Popups, workers and pages that leave at once, without and with the recorder in the background. */
export function describeBackground(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`the recorder in the background of ${name}`, () => {
    let playground: Playground;
    let browser: BrowserSession;
    let site: SlowSite;
    const events = () => browser.devtoolsPage.evaluate<RecorderEvent[]>(EVENTS);
    const exchanges = async (): Promise<readonly Exchange[]> =>
      (await events()).flatMap((event) => (event.type === 'exchanges' ? event.exchanges : []));
    const state = async () =>
      (await events()).findLast((event) => event.type === 'background')?.state;
    const run = async (which: string) => {
      const scenario = findScenario(which);
      if (!scenario) throw new Error(`there is no scenario ${which}`);
      await clearPanel(browser.panel);
      await play(browser.page, scenario, { url: playground.url });
    };
    const whole = (which: string, count = 1): Promise<readonly PanelFlow[]> =>
      waitForFlows(
        browser.panel,
        clientIdOf(which),
        (flows) => flows.length >= count && flows.some(isWhole),
      );
    const gaps = () => browser.panel.evaluate<string[]>(GAPS);
    const press = async () => {
      await browser.panel.click('[data-testid="settings"]');
      await browser.panel.click('[data-testid="record-more"]');
    };
    const closeSettings = () => browser.panel.click('dialog[open] .dialog-head button');
    const expectTokens = async (count: number) => {
      const redeemed = (await exchanges()).filter(
        ({ request }) => request.method === 'POST' && request.url.endsWith('/token'),
      );
      expect(redeemed, JSON.stringify(redeemed, null, 1)).toHaveLength(count);
      for (const { response } of redeemed) {
        expect(response?.body).toMatchObject({ text: expect.stringContaining('access_token') });
      }
    };

    beforeAll(async () => {
      playground = await startPlayground({ ports: 'random' });
      site = await startSlowSite();
      browser = await launchBrowser({
        name,
        extension: builtExtension(name),
        agrees: true,
        width: 1400,
        height: 900,
      });
      await browser.page.goto(playground.url);
      await browser.openDevtools();
    });
    afterAll(async () => {
      await browser?.close();
      await playground?.close();
      await site?.close();
    });

    it('is off', async () => {
      await until('the state', async () => (await state()) === 'off');
    });

    it.each(['popup', 'service-worker', 'leaves-at-once'])(
      'is missed where it would see all of %s: the gap is stated, and nobody is blamed',
      async (which) => {
        await run(which);
        let kinds: readonly string[] = [];
        const flows = await waitForFlows(browser.panel, clientIdOf(which), (found) => {
          void gaps().then((now) => {
            kinds = now;
          });
          // If a page is left at once, Firefox may have nothing of it.
          const gone = found.length === 0 && which === 'leaves-at-once' && name === 'firefox';
          return gone || found.some(isWhole) || kinds.length > 0;
        });
        const alarms = flows.flatMap(({ findings }) =>
          findings.filter(({ severity }) => severity !== 'info'),
        );
        expect(alarms).toEqual([]);
        if (which === 'popup') expect(kinds).toContain('popup');
      },
    );

    it('is switched on by the user', async () => {
      await press();
      await browser.agree();
      await until('the recorder in the background', async () => (await state()) === 'on');
      await closeSettings();
    });

    it.each(BACKGROUND_SCENARIOS)(
      'sees all of %s, and each request once',
      async (which, flows, tokens) => {
        await run(which);
        expect(await whole(which, flows)).toHaveLength(flows);
        await expectTokens(tokens);
        expect(await gaps()).not.toContain('popup');
      },
    );

    it('loses nothing when it is stopped between two requests', async () => {
      const played = run('popup');
      await until('the login page', async () => {
        const popup = await browser.page.popup();
        return popup?.evaluate<boolean>("document.querySelector('#sign-in') !== null");
      });
      await browser.background.stop();
      await played;
      await whole('popup');
      await expectTokens(1);
    });

    it('loses no answer when it is stopped while the answer is awaited', async () => {
      await clearPanel(browser.panel);
      await browser.page.goto(site.url);
      const answered = browser.page.evaluate<string>(site.askSlowly);
      await until('the request', () => site.asked());
      await browser.background.stop();
      site.answer();
      expect(await answered).toBe(site.text);
      const found = await until('the answer', async () =>
        (await exchanges()).find(
          ({ request, response }) =>
            request.method === 'POST' && response && 'text' in response.body,
        ),
      );
      expect(found.response).toMatchObject({ status: 200, body: { text: site.text } });
    });

    it('is switched off by the user, and gives every permission back', async () => {
      await press();
      await until('the state', async () => (await state()) === 'off');
      await closeSettings();
      const left = await browser.devtoolsPage.evaluate<boolean>(
        "typeof (globalThis.browser ?? chrome).webNavigation !== 'undefined'",
      );
      expect(left).toBe(false);
      await run('popup');
      await until('the gap', async () => (await gaps()).includes('popup'));
    });
  });
}
