import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleClient } from '../app/bundle.ts';
import { findBrowsers } from '../browsers/find.ts';
import { launchBrowser } from '../browsers/launch.ts';
import type { BrowserName } from '../browsers/types.ts';
import { listen, portOf, serve, stop } from '../http.ts';
import { recordCapture } from '../record-capture.ts';
import { projectRoot } from '../root.ts';
import { createKeycloakApp } from './app.ts';
import { Missing, unpackKeycloak } from './distribution.ts';
import { playWithKeycloak } from './play.ts';
import { type Account, accountOf, type Realm, realmsFor } from './realms.ts';
import type { KeycloakScenario } from './scenario.ts';
import { keycloakScenarios as scenarios } from './scenarios.ts';
import { startKeycloak } from './server.ts';

/** Ends of everything that was started. They run in reverse order. */
const endings: (() => unknown)[] = [];
let ended: Promise<never> | null = null;

/** Ends everything, then the program. The first exit code counts. */
function end(code: number): Promise<never> {
  ended ??= (async () => {
    for (const ending of endings.splice(0).reverse()) await ending();
    process.exit(code);
  })();
  return ended;
}

async function freePort(): Promise<number> {
  const server = await listen(0);
  const port = portOf(server);
  await stop(server);
  return port;
}

/** Starts Keycloak with those accounts, and the app. Resolves to the app's origin. */
async function start(accounts: (realm: Realm) => readonly Account[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'grantscope-keycloak-'));
  endings.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  console.log('Unpacking Keycloak; the first time Maven downloads 180 MB …');
  const stopping = new AbortController();
  const unpacked = unpackKeycloak(folder, { signal: stopping.signal });
  endings.push(() => {
    stopping.abort();
    return unpacked.catch(() => undefined);
  });
  const distribution = await unpacked;
  const port = await freePort();
  const server = await listen(0);
  endings.push(() => stop(server));
  const app = `http://localhost:${portOf(server)}`;
  const addresses = {
    app,
    server: `http://localhost:${port}`,
    upstream: `http://127.0.0.1:${port}`,
  };
  const script = await bundleClient('playground/keycloak/client/main.ts');
  serve(server, createKeycloakApp({ addresses, scenarios, script }));
  // A signal may have arrived meanwhile. Whatever starts after it would stay.
  if (ended) return ended;
  console.log('Starting Keycloak …');
  const keycloak = startKeycloak({ ...distribution, port, realms: realmsFor(addresses, accounts) });
  endings.push(keycloak.close);
  await keycloak.ready;
  return app;
}

async function capture(browser: BrowserName, app: string, scenario: KeycloakScenario) {
  const extension = join(projectRoot(), 'dist', browser === 'firefox' ? 'firefox' : 'chrome');
  const launched = launchBrowser({ name: browser, extension, keepLog: true });
  endings.push(async () => (await launched).close());
  try {
    const session = await launched;
    await session.page.goto(`${app}/`);
    await session.openDevtools();
    await recordCapture(session, {
      path: `keycloak/${browser}/${scenario.name}`,
      play: () => playWithKeycloak(session, scenario, app),
    });
  } finally {
    await endings.pop()?.();
  }
}

async function captureAll(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !scenarios.some((scenario) => scenario.name === name));
  if (unknown.length > 0) throw new Error(`There is no scenario ${unknown.join(', ')}.`);
  const chosen = scenarios.filter(({ name }) => names.length === 0 || names.includes(name));
  const runs = findBrowsers().flatMap((browser) =>
    chosen.map((scenario) => ({ browser: browser.name, scenario })),
  );
  const app = await start((realm) =>
    runs.map(({ browser, scenario }) => accountOf(realm, scenario.name, browser)),
  );
  let failed = 0;
  for (const { browser, scenario } of runs) {
    if (ended) return;
    await capture(browser, app, scenario).catch((error: unknown) => {
      failed += 1;
      console.error(`${browser} ${scenario.name}: ${error}`);
    });
  }
  if (failed > 0) throw new Error(`${failed} of ${runs.length} could not be recorded.`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(130));
try {
  await captureAll(process.argv.slice(2));
  await end(0);
} catch (error) {
  const missing = error instanceof Missing;
  if (ended) await ended;
  if (missing) console.log(`Skipped: ${error.message}`);
  else console.error(error instanceof Error ? error.message : error);
  await end(missing ? 0 : 1);
}
