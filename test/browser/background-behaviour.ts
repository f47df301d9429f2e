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
import { builtExtension } from './built-extension.ts';
import { clearPanel, type PanelFlow, waitForFlows } from './panel-view.ts';

const EVENTS = `(() => {
  const events = [];
  window.grantscopeRecorder.subscribe((event) => events.push(event))();
  return events;
})()`;

/** Scenarios with the flows and the token requests that each consists of. */
const SCENARIOS = [
  ['popup', 1, 1],
  ['dedicated-worker', 1, 1],
  ['service-worker', 1, 1],
  ['leaves-at-once', 1, 1],
  ['clean', 1, 2],
  ['silent-renewal', 2, 2],
] as const;

/** What a login leaves out that nobody recorded. */
const WHOLE = ['authorization-request', 'authorization-response', 'token-request'];

/** Popups, workers and pages that leave at once, without and with the recorder in the background. */
export function describeBackground(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`the recorder in the background of ${name}`, () => {
    let playground: Playground;
    let browser: BrowserSession;
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
    const whole = (which: string): Promise<readonly PanelFlow[]> =>
      waitForFlows(browser.panel, clientIdOf(which), (flows) =>
        flows.some(
          ({ outcome, kinds }) =>
            outcome === 'succeeded' && WHOLE.every((kind) => kinds.includes(kind)),
        ),
      );

    beforeAll(async () => {
      playground = await startPlayground({ ports: 'random' });
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
    });

    it('is off', async () => {
      await until('the state', async () => (await state()) === 'off');
    });

    it('is switched on by a person', async () => {
      await browser.panel.click('[data-testid="settings"]');
      await browser.panel.click('[data-testid="record-more"]');
      await browser.agree();
      await until('the recorder in the background', async () => (await state()) === 'on');
      await browser.panel.click('dialog[open] > button:last-child');
    });

    it.each(SCENARIOS)('sees all of %s, and each request once', async (which, flows, tokens) => {
      await run(which);
      expect(await whole(which)).toHaveLength(flows);
      const redeemed = (await exchanges()).filter(
        ({ request }) => request.method === 'POST' && request.url.endsWith('/token'),
      );
      expect(redeemed).toHaveLength(tokens);
      for (const { response } of redeemed) {
        expect(response?.body).toMatchObject({ text: expect.stringContaining('access_token') });
      }
    });
  });
}
