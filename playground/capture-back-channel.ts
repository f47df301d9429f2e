import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowsers } from './browsers/find.ts';
import { launchBrowser } from './browsers/launch.ts';
import type { BrowserName } from './browsers/types.ts';
import { recordCapture } from './har-log.ts';
import { findMitmdump, freePort, startMitmproxy } from './mitmproxy.ts';
import { play } from './play.ts';
import { projectRoot } from './root.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { startPlayground } from './server.ts';

/** Plays a login of the app's server; the browser records one side, mitmproxy the other. */
async function capture(name: BrowserName, scenario: Scenario, mitmdump: string): Promise<void> {
  const port = await freePort();
  const backChannel = `http://127.0.0.1:${port}`;
  const playground = await startPlayground({ ports: 'random', backChannel });
  const extension = join(projectRoot(), 'dist', name === 'firefox' ? 'firefox' : 'chrome');
  const proxy = await startMitmproxy(mitmdump, port, playground.issuer);
  const session = await launchBrowser({ name, extension, keepLog: true });
  const path = `backchannel/${name}/${scenario.name}`;
  try {
    await session.page.goto(playground.url);
    await session.openDevtools();
    await recordCapture(session, {
      path: `${path}.browser`,
      mention: '/server/done',
      play: () => play(session.page, scenario, { url: playground.url }),
    });
  } finally {
    await session.close();
    const har = JSON.parse(await proxy.close()) as unknown;
    const file = join(projectRoot(), 'test/captures', `${path}.backend.har`);
    writeFileSync(file, `${JSON.stringify(har, null, 1)}\n`);
    await playground.close();
  }
}

const mitmdump = findMitmdump();
if (mitmdump === null) {
  console.log(
    'Skipped: mitmdump was not found. Install mitmproxy (pip install mitmproxy) or name the program in MITMDUMP.',
  );
} else {
  for (const { name } of findBrowsers()) {
    for (const scenario of scenarios) {
      if (scenario.client === 'server') await capture(name, scenario, mitmdump);
    }
  }
}
process.exit(0);
