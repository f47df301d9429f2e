import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { play } from '../../playground/play.ts';
import { clientIdOf, expectedIn, type Scenario } from '../../playground/scenario.ts';
import { scenarios } from '../../playground/scenarios.ts';
import { type Playground, startPlayground } from '../../playground/server.ts';
import { isExpected, missingKinds, unsaid } from '../helpers/expectation.ts';
import { builtExtension } from './built-extension.ts';
import { clearPanel, type PanelFlow, waitForPanel } from './panel-view.ts';

const inPanel = scenarios.filter(({ capturedOnly }) => !capturedOnly);

function expectCause(flow: PanelFlow | undefined, cause: string, { expected }: Scenario): void {
  const named = flow?.findings.find(({ check }) => check === cause);
  expect(expected.steps, JSON.stringify(flow, null, 1)).toContain(named?.step);
  expect(named?.title.length).toBeGreaterThan(10);
  // A probe that ended as probes end has a sentence of its own, which the scenario states.
  if (flow?.outcome !== 'unfinished') expect(flow?.verdict).toContain(named?.title);
  else expect(expected.says?.length).toBeGreaterThan(0);
}

function expectNoAlarm(flows: readonly PanelFlow[]): void {
  const alarms = flows.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity !== 'info'),
  );
  expect(alarms).toEqual([]);
}

/** Clicks every scenario of the playground in a real browser and reads the real panel. */
export function describeScenarios(name: BrowserName): void {
  describe(`the panel in ${name}`, () => {
    let playground: Playground;
    let session: BrowserSession;

    beforeAll(async () => {
      playground = await startPlayground({ ports: 'random' });
      const extension = builtExtension(name);
      session = await launchBrowser({ name, extension, width: 1400, height: 900 });
      await session.page.goto(playground.url);
      await session.openDevtools();
    });

    afterAll(async () => {
      await session?.close();
      await playground?.close();
    });

    const isConcluded = (flow: PanelFlow, scenario: Scenario): boolean =>
      isExpected(flow, scenario, name, 'panel') &&
      unsaid(flow.verdict, scenario, name).length === 0;

    const show = async (scenario: Scenario): Promise<readonly PanelFlow[]> => {
      await clearPanel(session.panel);
      await play(session.page, scenario, { url: playground.url });
      // If a page is left at once, Firefox may have nothing of it.
      const mayBeGone = scenario.expected.lossy === true && name === 'firefox';
      const shown = await waitForPanel(session.panel, clientIdOf(scenario.name), (found) => {
        const own = found.filter((flow) => flow.own);
        const kinds = found.flatMap((flow) => flow.kinds);
        if (missingKinds(kinds, scenario, name, 'panel').length > 0) return false;
        return own.length === 0 ? mayBeGone : own.some((flow) => isConcluded(flow, scenario));
      });
      return shown.filter(({ own }) => own);
    };

    it.each(inPanel.map((scenario) => [scenario.name, scenario] as const))(
      '%s',
      async (_, scenario) => {
        const flows = await show(scenario);
        const { cause } = expectedIn(name, scenario);
        const concluded = flows.find((flow) => isConcluded(flow, scenario));
        if (cause === null) expectNoAlarm(flows);
        else expectCause(concluded, cause, scenario);
      },
    );
  });
}
