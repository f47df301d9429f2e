import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { play } from '../../playground/play.ts';
import { clientIdOf, type Scenario } from '../../playground/scenario.ts';
import { scenarios } from '../../playground/scenarios.ts';
import { type Playground, startPlayground } from '../../playground/server.ts';
import { builtExtension } from './built-extension.ts';
import { clearPanel, type PanelFlow, waitForFlows } from './panel-view.ts';

function isExpected(flow: PanelFlow, { expected }: Scenario): boolean {
  return flow.outcome === expected.outcome && flow.cause === expected.cause;
}

/** Clicks every scenario of the playground in a real browser and reads the real panel. */
export function describeScenarios(name: BrowserName): void {
  describe(`the panel in ${name}`, () => {
    let playground: Playground;
    let session: BrowserSession;

    beforeAll(async () => {
      playground = await startPlayground({ ports: 'random' });
      session = await launchBrowser({
        name,
        extension: builtExtension(name),
        width: 1400,
        height: 900,
      });
      await session.page.goto(playground.url);
      await session.openDevtools();
    });

    afterAll(async () => {
      await session?.close();
      await playground?.close();
    });

    it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
      '%s',
      async (_, scenario) => {
        await clearPanel(session.panel);
        await play(session.page, scenario, { url: playground.url });
        const flows = await waitForFlows(session.panel, clientIdOf(scenario.name), (found) =>
          found.some((flow) => isExpected(flow, scenario)),
        );
        const flow = flows.find((one) => isExpected(one, scenario));
        const named = flow?.findings.find(({ check }) => check === scenario.expected.cause);
        if (scenario.expected.cause === null) {
          expect(flow?.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
        } else {
          expect(named?.step, JSON.stringify(flow, null, 1)).not.toBeNull();
          expect(flow?.verdict.length).toBeGreaterThan(20);
        }
      },
    );
  });
}
