import { join } from 'node:path';
import { findBrowsers } from './browsers/find.ts';
import { launchBrowser } from './browsers/launch.ts';
import type { BrowserName } from './browsers/types.ts';
import { recordCapture } from './har-log.ts';
import { play } from './play.ts';
import { projectRoot } from './root.ts';
import { clientIdOf, type Scenario } from './scenario.ts';
import { findScenario, scenarios } from './scenarios.ts';
import { startPlayground } from './server.ts';

async function captureAll(name: BrowserName, chosen: readonly Scenario[]): Promise<void> {
  const folder = name === 'firefox' ? 'firefox' : 'chrome';
  const extension = join(projectRoot(), 'dist', folder);
  for (const scenario of chosen) {
    const playground = await startPlayground({ ports: 'random' });
    const session = await launchBrowser({ name, extension, keepLog: true });
    try {
      await session.page.goto(playground.url);
      await session.openDevtools();
      await recordCapture(session, {
        path: `${name}/${scenario.name}`,
        mention: clientIdOf(scenario.name),
        play: () => play(session.page, scenario, { url: playground.url }),
      });
    } finally {
      await session.close();
      await playground.close();
    }
  }
}

const named = process.argv.slice(2).flatMap((name) => findScenario(name) ?? []);
for (const { name } of findBrowsers()) await captureAll(name, named.length > 0 ? named : scenarios);
process.exit(0);
