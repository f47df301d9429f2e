import { join } from 'node:path';
import { findBrowsers } from './browsers/find.ts';
import { launchBrowser } from './browsers/launch.ts';
import type { BrowserName } from './browsers/types.ts';
import type { RecordedHar } from './capture-text.ts';
import { findMitmdump, freePort, startMitmproxy } from './mitmproxy.ts';
import { play } from './play.ts';
import { recordCapture, writeCapture } from './record-capture.ts';
import { projectRoot } from './root.ts';
import type { Scenario } from './scenario.ts';
import { findScenario, scenarios } from './scenarios.ts';
import { startPlayground } from './server.ts';

/** Plays a login of the app's server. The browser records one side, mitmproxy the other. */
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
    writeCapture(`${path}.backend.har`, JSON.parse(await proxy.close()) as RecordedHar);
    await playground.close();
  }
}

/** Scenarios in which the authorization server calls a client, with the called server. */
const toClients: Readonly<Record<string, 'app' | 'secure'>> = {
  'ciba-ping': 'app',
  'jar-by-reference': 'app',
  'logout-backchannel': 'app',
  'mcp-client-document': 'secure',
};

/** Plays a scenario in which the authorization server calls a client. Mitmproxy records the call. */
async function captureToClient(
  name: BrowserName,
  scenario: Scenario,
  place: 'app' | 'secure',
  mitmdump: string,
): Promise<void> {
  const port = await freePort();
  let target = '';
  const playground = await startPlayground({
    ports: 'random',
    detour: (addresses) => {
      target = addresses[place];
      // The notification endpoint must have TLS. The app's server has none.
      const from = scenario.name === 'ciba-ping' ? addresses.secure : target;
      return { from, to: `http://127.0.0.1:${port}` };
    },
  });
  const extension = join(projectRoot(), 'dist', name === 'firefox' ? 'firefox' : 'chrome');
  const proxy = await startMitmproxy(mitmdump, port, target);
  const session = await launchBrowser({ name, extension });
  try {
    await play(session.page, scenario, { url: playground.url });
  } finally {
    await session.close();
    const path = `backchannel/clients/${scenario.name}.backend.har`;
    writeCapture(path, JSON.parse(await proxy.close()) as RecordedHar);
    console.log(path);
    await playground.close();
  }
}

async function captureAll(mitmdump: string, chosen: readonly Scenario[]): Promise<void> {
  const browsers = findBrowsers().map(({ name }) => name);
  const works = ({ client, expected }: Scenario) => client === 'server' && expected.cause === null;
  for (const name of browsers) {
    for (const scenario of chosen) {
      if (works(scenario)) await capture(name, scenario, mitmdump);
    }
  }
  const [first] = browsers;
  for (const scenario of chosen) {
    const place = toClients[scenario.name];
    if (first && place) await captureToClient(first, scenario, place, mitmdump);
  }
}

const mitmdump = findMitmdump();
if (mitmdump === null) {
  console.log(
    'Skipped: mitmdump was not found. Install mitmproxy (pip install mitmproxy) or name the program in MITMDUMP.',
  );
} else {
  const named = process.argv.slice(2).flatMap((name) => findScenario(name) ?? []);
  await captureAll(mitmdump, named.length > 0 ? named : scenarios);
}
process.exit(0);
