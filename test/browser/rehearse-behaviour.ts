import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { type Playground, startPlayground } from '../../playground/server.ts';
import { FAULTS } from '../../src/rehearsal/all-faults.ts';
import { builtExtension } from './built-extension.ts';
import { clearPanel, untilRecording, waitForFlows } from './panel-view.ts';
import { StayingApp } from './rehearse-app.ts';
import { RehearsePanel } from './rehearse-panel.ts';
import { ALL_LIBRARIES, runsOf } from './rehearse-runs.ts';
import { LIBRARIES, type Library, TRIALS, type Trial } from './rehearse-trial.ts';

/** Faults that are switched on in the running application, in a real browser. */
export function describeRehearse(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`rehearsals in ${name}`, () => {
    let playground: Playground;
    let browser: BrowserSession;
    let view: RehearsePanel;
    /** The application whose login the panel shows, and nothing else. */
    let shown: Library | null = null;
    const appOf = (library: Library) => new StayingApp(browser, playground.url, library);

    /** Logs in and uses the API, and expects that nothing is wrong with that. */
    const logInCleanly = async (app: StayingApp) => {
      shown = null;
      await view.showSteps();
      await clearPanel(browser.panel);
      await app.logInAndUse();
      const flows = await waitForFlows(browser.panel, app.client, (found) =>
        found.some(
          ({ outcome, kinds }) =>
            outcome === 'succeeded' &&
            kinds.includes('api-call') &&
            kinds.filter((kind) => kind === 'token-request').length === 2,
        ),
      );
      expect(flows.map(({ verdict }) => verdict).join()).not.toContain('You switched this on');
      expect(
        flows.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info')),
      ).toEqual([]);
      shown = app.library;
    };

    const meet = async (fault: string, trial: Trial, app: StayingApp) => {
      if (trial.at === 'login-page') await app.openLoginPage();
      if (trial.at === 'popup') {
        await view.showSteps();
        await clearPanel(browser.panel);
        await app.press('popup');
        await app.settled();
      }
      if (trial.at)
        await waitForFlows(browser.panel, app.client, (found) =>
          found.some(({ outcome, kinds }) =>
            trial.at === 'login-page' ? outcome === 'unfinished' : kinds.includes('token-request'),
          ),
        );
      await view.switchOn(fault);
      if (trial.press !== null) {
        await until('the script in the page', () => app.isBent());
        await app.press(trial.press);
      }
      if (trial.holds) {
        await until('the held call', async () => (await view.bar()).includes('held back'));
        await view.stop();
      }
      await app.endsWith(trial.shows);
    };

    const expectTold = async (title: string, { says, mark }: Trial, app: StayingApp) => {
      await view.showSteps();
      const flows = await waitForFlows(browser.panel, app.client, (found) =>
        found.some(
          ({ verdict }) =>
            says === null ||
            (verdict.includes(`You switched this on: ${title}.`) && says.test(verdict)),
        ),
      );
      expect(
        flows.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info')),
      ).toEqual([]);
      expect(await view.counts()).not.toContain('failed');
      if (mark !== null) await view.marked(mark);
    };

    beforeAll(async () => {
      playground = await startPlayground({ ports: 'random' });
      const extension = builtExtension(name);
      browser = await launchBrowser({ name, extension, width: 1400, height: 900 });
      view = new RehearsePanel(browser.panel);
      await browser.page.goto(playground.url);
      await browser.openDevtools();
      await untilRecording(browser.panel);
      await view.askForView();
    });
    afterAll(async () => {
      await browser?.close();
      await playground?.close();
    });

    it('changes nothing in the page while nothing is switched on', async () => {
      const app = appOf('oauth4webapi');
      await logInCleanly(app);
      expect(await app.isBent()).toBe(false);
    });

    for (const { id, title, offer } of FAULTS) {
      const trial = TRIALS.get(id);
      // Rules need access to the sites, which this browser was not given.
      if (!offer) continue;
      if (!trial) {
        it(`${id} has a trial`, () => expect.unreachable());
        continue;
      }
      const able = LIBRARIES.filter((one) => !trial.greyFor?.[one]);
      for (const library of ALL_LIBRARIES ? LIBRARIES : able.slice(0, 1)) {
        const why = trial.greyFor?.[library] ?? trial.greyIn?.[name];
        it.each(runsOf(`${id} with ${library}`))(
          '%s',
          async () => {
            const app = appOf(library);
            if (shown !== library) await logInCleanly(app);
            if (why) {
              expect(await view.greyOf(id)).toMatch(why);
              return;
            }
            shown = null;
            try {
              await meet(id, trial, app);
              await expectTold(title, trial, app);
            } finally {
              await view.stop();
            }
            await view.over();
            // The page is told at the same time as the panel, and may answer later.
            await until('the page as it was', async () => !(await app.isBent()), 3_000);
            await logInCleanly(app);
          },
          120_000,
        );
      }
    }

    it('is gone from the page soon after DevTools are closed', async () => {
      const app = appOf('oauth4webapi');
      if (shown !== app.library) await logInCleanly(app);
      await view.switchOn('refresh-refused');
      await until('the script in the page', () => app.isBent());
      await browser.closeDevtools();
      const closedAt = performance.now();
      await until('the page as it was', async () => !(await app.isBent()));
      // The texts promise three seconds. Asking takes a moment too.
      expect(performance.now() - closedAt).toBeLessThan(3_500);
    }, 120_000);
  });
}
