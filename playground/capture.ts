import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowsers } from './browsers/find.ts';
import { launchBrowser } from './browsers/launch.ts';
import type { BrowserName } from './browsers/types.ts';
import { play } from './play.ts';
import { recordCapture } from './record-capture.ts';
import { projectRoot } from './root.ts';
import type { Scenario } from './scenario.ts';
import { findScenario, scenarios } from './scenarios.ts';
import { startPlayground } from './server.ts';

async function captureAll(name: BrowserName, chosen: readonly Scenario[]): Promise<void> {
  const extension = join(projectRoot(), 'dist', name === 'firefox' ? 'firefox' : 'chrome');
  const playground = await startPlayground({ ports: 'random', session: 'fresh' });
  const session = await launchBrowser({ name, extension, keepLog: true });
  try {
    await session.page.goto(playground.url);
    await session.openDevtools();
    for (const scenario of chosen) {
      await recordCapture(session, {
        path: `${name}/${scenario.name}`,
        play: () => play(session.page, scenario, { url: playground.url }),
      }).catch((error: unknown) => {
        process.exitCode = 1;
        console.error(`${name} ${scenario.name}: ${error}`);
      });
      await session.clearLog();
    }
  } finally {
    await session.close();
    await playground.close();
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'string' } },
});
const named = positionals.flatMap((name) => findScenario(name) ?? []);
for (const { name } of findBrowsers()) {
  if (values.browser === undefined || values.browser === name)
    await captureAll(name, named.length > 0 ? named : scenarios);
}
process.exit();
