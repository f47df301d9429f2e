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

async function captureAll(
  name: BrowserName,
  chosen: readonly Scenario[],
  fromPublic = false,
): Promise<void> {
  if (chosen.length === 0) return;
  const extension = join(projectRoot(), 'dist', name === 'firefox' ? 'firefox' : 'chrome');
  const playground = await startPlayground({ ports: 'random', session: 'fresh' });
  const url = fromPublic ? playground.url.replace('localhost', 'app.example.com') : playground.url;
  const publicServer = fromPublic ? { publicServer: `127.0.0.1:${new URL(url).port}` } : {};
  const session = await launchBrowser({ name, extension, keepLog: true, ...publicServer });
  try {
    await session.page.goto(url);
    await session.openDevtools();
    for (const scenario of chosen) {
      await recordCapture(session, {
        path: `${name}/${scenario.name}`,
        play: () => play(session.page, scenario, { url }),
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
const unknown = positionals.filter((name) => !findScenario(name));
if (unknown.length > 0) {
  console.error(`There is no scenario ${unknown.join(', ')}.`);
  process.exit(2);
}
const named = positionals.flatMap((name) => findScenario(name) ?? []);
for (const { name } of findBrowsers()) {
  if (values.browser !== undefined && values.browser !== name) continue;
  const chosen = named.length > 0 ? named : scenarios;
  await captureAll(
    name,
    chosen.filter(({ fromPublic }) => !fromPublic),
  );
  const publicly = chosen.filter(({ fromPublic }) => fromPublic && name === 'chromium');
  await captureAll(name, publicly, true);
}
process.exit();
