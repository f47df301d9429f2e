import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { play } from '../../playground/play.ts';
import { clientIdOf } from '../../playground/scenario.ts';
import { findScenario } from '../../playground/scenarios.ts';
import { type Playground, startPlayground } from '../../playground/server.ts';
import { builtExtension } from './built-extension.ts';
import { clearPanel, untilRecording, waitForFlows } from './panel-view.ts';

const CLEAN = 'clean';

/** Whether the page has anything of a rehearsal. */
const IS_BENT = `Object.getOwnPropertySymbols(window.wrappedJSObject ?? window).some((one) => String(one).includes('grantscope'))`;

/** A fault, its name, what the tab says of it, and the mark of the message that met it. */
const REHEARSED: readonly (readonly [fault: string, title: string, says: RegExp, mark: string])[] =
  [
    ['refresh-refused', 'The refresh token is refused', /refresh/i, 'rehearsed by you'],
    ['api-refuses-token', 'The API refuses the token', /401|refuse/i, 'rehearsed by you'],
    ['api-lacks-scope', 'The API wants another scope', /403|scope/i, 'never sent'],
    ['refresh-twice', 'Two refreshes at once', /refresh/i, 'rehearsed by you'],
    ['nonce-changed', 'The ID token has another nonce', /worked/, 'rehearsed by you'],
    ['challenge-changed', 'The verifier does not match', /code_verifier/, 'rehearsed by you'],
    [
      'redirect-uri-slash',
      'The redirect URI has a slash too many',
      /redirect/i,
      'rehearsed by you',
    ],
    [
      'state-changed-in-request',
      'Another state comes back after the login',
      /returned a code/,
      'rehearsed by you',
    ],
  ];

/** Faults that are switched on in the running application, in a real browser. */
export function describeRehearse(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`rehearsals in ${name}`, () => {
    let playground: Playground;
    let browser: BrowserSession;
    const client = clientIdOf(CLEAN);
    const scenario = findScenario(CLEAN);
    const read = <T>(script: string) => browser.panel.evaluate<T>(script);
    const isBent = () => browser.page.evaluate<boolean>(IS_BENT);
    const log = async () => {
      if (!scenario) throw new Error(`there is no scenario ${CLEAN}`);
      await play(browser.page, scenario, { url: playground.url });
    };
    const openView = async () => {
      await until('the view', async () => {
        await read(`[...document.querySelectorAll('[data-testid="flow"]')].at(-1)?.click()`);
        return read<boolean>(`(() => {
          const tab = [...document.querySelectorAll('[role="tab"]')].find((one) => one.textContent === 'Rehearse');
          tab?.click();
          return document.querySelector('.rehearse .fault') !== null;
        })()`);
      });
    };
    const switchOn = async (fault: string) => {
      await openView();
      await browser.panel.click(`[data-fault="${fault}"] button[role="switch"]`);
      await until('the bar', () =>
        read<boolean>(`document.querySelector('[data-testid="rehearsal-bar"]') !== null`),
      );
    };
    const showSteps = () =>
      read<boolean>(`(() => {
        const tab = [...document.querySelectorAll('[role="tab"]')].find((one) => one.textContent === 'Sequence');
        tab?.click();
        return true;
      })()`);
    const marks = () =>
      read<string[]>(
        `[...document.querySelectorAll('.chip.sender')].map((one) => one.textContent)`,
      );
    const noBar = () =>
      until('the end of the rehearsal', () =>
        read<boolean>(`document.querySelector('[data-testid="rehearsal-bar"]') === null`),
      );

    beforeAll(async () => {
      playground = await startPlayground({ ports: 'random' });
      const extension = builtExtension(name);
      browser = await launchBrowser({ name, extension, width: 1400, height: 900 });
      await browser.page.goto(playground.url);
      await browser.openDevtools();
      await untilRecording(browser.panel);
      await browser.panel.click('[data-testid="settings"]');
      await browser.panel.click('[data-testid="rehearse-setting"]');
      await browser.panel.click('dialog[open] .dialog-head button');
      await log();
      await showSteps();
      await waitForFlows(browser.panel, client, (flows) =>
        flows.some(({ outcome, kinds }) => outcome === 'succeeded' && kinds.includes('api-call')),
      );
    });
    afterAll(async () => {
      await browser?.close();
      await playground?.close();
    });

    it('changes nothing in the page while nothing is switched on', async () => {
      expect(await isBent()).toBe(false);
    });

    it.each(REHEARSED)(
      '%s: the application meets it, and the tab says who did it',
      async (fault, title, says, mark) => {
        await switchOn(fault);
        await showSteps();
        await log();
        const flows = await waitForFlows(browser.panel, client, (found) =>
          found.some(
            ({ verdict }) =>
              verdict.includes(`You switched this on: ${title}.`) && says.test(verdict),
          ),
        );
        const told = flows.find(({ verdict }) => verdict.includes(title));
        expect(told?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        await until('the mark of the message', async () => {
          await read(`[...document.querySelectorAll('[data-testid="flow"]')].at(-1)?.click()`);
          return (await marks()).includes(mark);
        });
        await noBar();
        expect(await isBent()).toBe(false);
        await clearPanel(browser.panel);
        await log();
        const clean = await waitForFlows(browser.panel, client, (found) =>
          found.some(({ outcome, kinds }) => outcome === 'succeeded' && kinds.includes('api-call')),
        );
        expect(clean.map(({ verdict }) => verdict).join()).not.toContain('You switched this on');
        expect(
          clean.flatMap(({ findings }) => findings.filter((one) => one.severity === 'error')),
        ).toEqual([]);
      },
      180_000,
    );

    it('is gone from the page soon after DevTools are closed', async () => {
      await switchOn('refresh-refused');
      await until('the script in the page', isBent);
      await browser.closeDevtools();
      const closedAt = performance.now();
      await until('the page as it was', async () => !(await isBent()));
      // The texts promise three seconds. Asking takes a moment too.
      expect(performance.now() - closedAt).toBeLessThan(3_500);
    });
  });
}
