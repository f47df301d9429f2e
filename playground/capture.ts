import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from './browsers/find.ts';
import { launchBrowser } from './browsers/launch.ts';
import { until } from './browsers/poll.ts';
import type { BrowserName, BrowserSession } from './browsers/types.ts';
import { play } from './play.ts';
import type { Scenario } from './scenario.ts';
import { findScenario, scenarios } from './scenarios.ts';
import { type Playground, startPlayground } from './server.ts';

const root = new URL('../../', import.meta.url);

/** Milliseconds without any change after which a log counts as complete. */
const STEADY = 2_000;

/** The same for a log with requests that have no answer, be it that none ever came. */
const STEADY_WITHOUT_ANSWER = 6_000;

interface Har {
  readonly log: { readonly entries: readonly HarEntry[] };
}

interface HarEntry {
  readonly startedDateTime: string;
  readonly request: { readonly url: string };
  readonly response: { readonly status: number };
}

/** The page's own script and style say nothing about its logins and are most of the file. */
function isAsset({ request }: HarEntry): boolean {
  return (
    /\.(?:js|css|ico|map|svg|png)(?:\?|$)/.test(request.url) || request.url.startsWith('data:')
  );
}

/** What was recorded since the scenario began, without the page's assets. */
function trimmed(text: string, since: number): Har {
  const har = JSON.parse(text) as Har;
  const entries = har.log.entries.filter(
    (entry) => !isAsset(entry) && Date.parse(entry.startedDateTime) >= since,
  );
  return { log: { ...har.log, entries } };
}

/** What the app, or a page of the server, tells the person at the end. */
const SAID = `(document.querySelector('#status') ?? document.querySelector('h1'))?.textContent ?? ''`;

async function capture(
  session: BrowserSession,
  playground: Playground,
  scenario: Scenario,
): Promise<void> {
  const since = Date.now();
  await play(session.page, scenario, { url: playground.url });
  const said = await session.page.evaluate<string>(SAID).catch(() => 'an error of the browser');
  let har: Har = { log: { entries: [] } };
  let before = '';
  let steady = Date.now();
  // The log is complete when it has said the same for a while.
  await until('the log to settle', async () => {
    har = trimmed(await session.exportHar(), since);
    const now = JSON.stringify(
      har.log.entries.map((entry) => [entry.request.url, 'time' in entry && entry.time]),
    );
    if (now !== before) steady = Date.now();
    before = now;
    const answered = har.log.entries.every(({ response }) => response.status > 0);
    const long = Date.now() - steady > (answered ? STEADY : STEADY_WITHOUT_ANSWER);
    return long && har.log.entries.length > 1;
  });
  const folder = new URL(`test/captures/${session.name}/`, root);
  mkdirSync(folder, { recursive: true });
  const file = fileURLToPath(new URL(`${scenario.name}.har`, folder));
  writeFileSync(file, `${JSON.stringify(har, null, 1)}\n`);
  console.log(`${session.name} ${scenario.name}: ${har.log.entries.length} entries; ${said}`);
}

async function captureAll(name: BrowserName, chosen: readonly Scenario[]): Promise<void> {
  const folder = name === 'firefox' ? 'firefox' : 'chrome';
  const extension = fileURLToPath(new URL(`dist/${folder}`, root));
  const playground = await startPlayground({ ports: 'random', session: 'fresh' });
  const session = await launchBrowser({ name, extension, keepLog: true });
  try {
    await session.page.goto(playground.url);
    await session.openDevtools();
    for (const scenario of chosen) {
      await capture(session, playground, scenario).catch((error: unknown) => {
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

const named = process.argv.slice(2).flatMap((name) => findScenario(name) ?? []);
for (const { name } of findBrowsers()) await captureAll(name, named.length > 0 ? named : scenarios);
process.exit();
