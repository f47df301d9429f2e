import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleClient } from '../app/bundle.ts';
import { findBrowsers } from '../browsers/find.ts';
import { launchBrowser } from '../browsers/launch.ts';
import type { BrowserName } from '../browsers/types.ts';
import { recordCapture } from '../har-log.ts';
import { listen, portOf, serve, stop } from '../http.ts';
import { projectRoot } from '../root.ts';
import { createKeycloakApp } from './app.ts';
import { Missing, unpackKeycloak } from './distribution.ts';
import { playWithKeycloak } from './play.ts';
import { realmsFor } from './realms.ts';
import type { KeycloakScenario } from './scenario.ts';
import { keycloakScenarios as scenarios } from './scenarios.ts';
import { startKeycloak } from './server.ts';

/** What was started and has to be ended, the last first. */
const endings: (() => unknown)[] = [];

async function end(code: number): Promise<never> {
  for (const ending of endings.splice(0).reverse()) await ending();
  process.exit(code);
}

async function freePort(): Promise<number> {
  const server = await listen(0);
  const port = portOf(server);
  await stop(server);
  return port;
}

/** Starts Keycloak and the app; resolves to the app's origin. */
async function start(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'grantscope-keycloak-'));
  endings.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  console.log('Unpacking Keycloak; the first time Maven downloads 180 MB …');
  const distribution = await unpackKeycloak(folder);
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
  console.log('Starting Keycloak …');
  const keycloak = startKeycloak({ ...distribution, port, realms: realmsFor(addresses) });
  endings.push(keycloak.close);
  await keycloak.ready;
  return app;
}

async function capture(browser: BrowserName, app: string, scenario: KeycloakScenario) {
  const folder = browser === 'firefox' ? 'firefox' : 'chrome';
  const extension = join(projectRoot(), 'dist', folder);
  const session = await launchBrowser({ name: browser, extension, keepLog: true });
  endings.push(session.close);
  await session.page.goto(`${app}/`);
  await session.openDevtools();
  await recordCapture(session, {
    path: `keycloak/${browser}/${scenario.name}`,
    mention: '/realms/app/',
    play: () => playWithKeycloak(session.page, scenario, app),
  });
  await endings.pop()?.();
}

async function captureAll(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !scenarios.some((scenario) => scenario.name === name));
  if (unknown.length > 0) throw new Error(`There is no scenario ${unknown.join(', ')}.`);
  const app = await start();
  const chosen = scenarios.filter(({ name }) => names.length === 0 || names.includes(name));
  for (const { name } of findBrowsers()) {
    for (const scenario of chosen) await capture(name, app, scenario);
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(130));
try {
  await captureAll(process.argv.slice(2));
  await end(0);
} catch (error) {
  if (error instanceof Missing) console.log(`Skipped: ${error.message}`);
  else console.error(error);
  await end(error instanceof Missing ? 0 : 1);
}
