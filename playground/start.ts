import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyseRecording } from '../src/analysis/analyse-recording.ts';
import type { RecorderEvent } from '../src/extension/handover.ts';
import type { Recording } from '../src/http/recording.ts';
import { DEFAULT_REDACTION } from '../src/redaction/redaction-options.ts';
import asMarkdown from '../src/report/formats/markdown.ts';
import { leakWords } from '../src/report/leak-words.ts';
import { prepareReport, writeReport } from '../src/report/share.ts';
import { findBrowsers } from './browsers/find.ts';
import { launchBrowser } from './browsers/launch.ts';
import { until } from './browsers/poll.ts';
import type { BrowserName, BrowserSession } from './browsers/types.ts';
import { play } from './play.ts';
import { clientIdOf, expectedIn, type Scenario } from './scenario.ts';
import { findScenario } from './scenarios.ts';
import { type Playground, startPlayground } from './server.ts';
import { readOptions, type StartOptions, USAGE } from './start-options.ts';

const RECORDED = `(() => {
  const events = [];
  window.grantscopeRecorder.subscribe((event) => events.push(event))();
  return events;
})()`;

function chooseBrowser(wanted: BrowserName | null): BrowserName {
  const found = findBrowsers().map(({ name }) => name);
  const name = wanted ?? found[0];
  if (name && found.includes(name)) return name;
  throw new Error(
    `${wanted ?? 'No browser'} was ${wanted ? 'not ' : ''}found. Install Chrome, Chromium, Edge or Firefox, or name the program in CHROME_PATH or FIREFOX_PATH.`,
  );
}

function extensionFolder(name: BrowserName): string {
  return fileURLToPath(new URL(`../${name === 'firefox' ? 'firefox' : 'chrome'}`, import.meta.url));
}

async function recordingOf(session: BrowserSession): Promise<Recording> {
  const events = await session.devtoolsPage.evaluate<readonly RecorderEvent[]>(RECORDED);
  return {
    exchanges: events.flatMap((event) => (event.type === 'exchanges' ? event.exchanges : [])),
    navigations: events.flatMap((event) => (event.type === 'navigation' ? [event.navigation] : [])),
    gaps: events.flatMap((event) => (event.type === 'gap' ? [event.gap] : [])),
    sources: [],
  };
}

async function show(session: BrowserSession, scenario: Scenario, file: string): Promise<void> {
  const client = clientIdOf(scenario.name);
  const row = `[...document.querySelectorAll('[data-testid="flow"]')].findLast((flow) => flow.textContent.includes('${client}'))`;
  await until('the flow in the panel', () => session.panel.evaluate<boolean>(`Boolean(${row})`));
  await session.panel.evaluate(`${row}.click()`);
  await until('the verdict in the panel', () =>
    session.panel.evaluate<boolean>(
      `Boolean(document.querySelector('[data-testid="verdict"]')?.textContent)`,
    ),
  );
  await session.panel.screenshot(file);
}

async function playHeadless(
  session: BrowserSession,
  playground: Playground,
  scenario: Scenario,
  options: StartOptions,
): Promise<void> {
  console.log(`Playing “${scenario.title}”: ${scenario.sentence}\n`);
  await play(session.page, scenario, { url: playground.url });
  const { outcome: ending, cause } = expectedIn(session.name, scenario);
  const concluded = async (): Promise<Recording | null> => {
    const recording = await recordingOf(session);
    const { flows } = await analyseRecording(recording);
    const there = flows.some(
      ({ outcome, verdict }) =>
        (verdict.cause?.check ?? null) === cause && (ending === null || outcome === ending),
    );
    return there ? recording : null;
  };
  const recording = await until('the report', concluded).catch(() => recordingOf(session));
  const prepared = await prepareReport(recording, DEFAULT_REDACTION);
  const flowIds = prepared.snapshot.flows.map(({ flow }) => flow.id);
  const report = writeReport(prepared, asMarkdown, { flowIds });
  console.log(report.ok ? report.text : `The report was refused: ${leakWords(report.refused)}`);
  const file =
    options.screenshot ?? join(tmpdir(), `grantscope-${scenario.name}-${session.name}.png`);
  await show(session, scenario, file);
  console.log(`Screenshot of the panel: ${file}`);
}

/** Resolves when the user ends it: Ctrl+C here, or the browser closed. */
function ended(session: BrowserSession): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    void session.closed.then(() => resolve());
  });
}

async function start(options: StartOptions, scenario: Scenario): Promise<void> {
  const name = chooseBrowser(options.browser);
  const playground = await startPlayground({ ports: options.headless ? 'random' : 'usual' });
  let session: BrowserSession | null = null;
  try {
    const extension = extensionFolder(name);
    const size = options.headless ? { width: 1400, height: 900 } : {};
    session = await launchBrowser({ name, extension, headless: options.headless, ...size });
    await session.page.goto(playground.url);
    await session.openDevtools();
    if (options.headless) await playHeadless(session, playground, scenario, options);
    else {
      console.log(
        `Playground: ${playground.url}\nPress a button there and read the OAuth tab. Ctrl+C ends it.`,
      );
      await ended(session);
    }
  } finally {
    await session?.close();
    await playground.close();
  }
}

try {
  const options = readOptions(process.argv.slice(2), process.env);
  const scenario = options === 'help' ? undefined : findScenario(options.scenario);
  if (options === 'help' || !scenario) console.log(USAGE);
  else await start(options, scenario);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
