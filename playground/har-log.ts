import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { until } from './browsers/poll.ts';
import type { BrowserSession } from './browsers/types.ts';
import { projectRoot } from './root.ts';

/** Milliseconds without any change after which a log counts as complete. */
const STEADY = 4_000;

/** The same for a log with requests that have no answer, be it that none ever came. */
const STEADY_WITHOUT_ANSWER = 6_000;

/** A busy machine exports a log slowly. */
const SETTLES = 60_000;

/** As much of a HAR file as recording needs to know of it. */
interface Har {
  readonly log: { readonly entries: readonly HarEntry[] };
}

interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: { readonly url: string };
  readonly response: { readonly status: number; readonly content: { readonly text?: string } };
}

/** A page's own scripts, styles and pictures say nothing about its logins and are most of the file. */
function isAsset({ request }: HarEntry): boolean {
  return (
    /\.(?:js|css|ico|map|svg|png|woff2)(?:\?|$)/.test(request.url) ||
    request.url.startsWith('data:')
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

/**
 * What the Network panel recorded since a moment, in milliseconds since the epoch: once it has said
 * the same for a while, and mentions that address.
 */
async function settledHar(session: BrowserSession, since: number, mention: string): Promise<Har> {
  let har: Har = { log: { entries: [] } };
  let before = '';
  let steady = Date.now();
  await until(
    'the log to settle',
    async () => {
      har = trimmed(await session.exportHar(), since);
      const { entries } = har.log;
      const now = JSON.stringify(entries.map(({ request, time }) => [request.url, time]));
      if (now !== before) steady = Date.now();
      before = now;
      const answered = entries.every(({ response }) => response.status > 0);
      const long = Date.now() - steady > (answered ? STEADY : STEADY_WITHOUT_ANSWER);
      return long && entries.length > 1 && now.includes(mention);
    },
    SETTLES,
  );
  return har;
}

/** What the app, or a page of the server, tells the person at the end. */
const SAID = `(document.querySelector('#status') ?? document.querySelector('h1'))?.textContent ?? ''`;

interface Recording {
  /** Below `test/captures`, without the ending. */
  readonly path: string;
  /** Part of an address without which the recording is not complete. */
  readonly mention?: string;
  play(): Promise<unknown>;
}

const ATTEMPTS = 4;

/** Firefox on a busy machine loses the head of an answer, and what came after it. */
function isDamaged({ log }: Har): boolean {
  return log.entries.some(({ response: { status, content } }) => status === 0 && content.text);
}

/** Plays a scenario, again when its log is damaged, and writes what the Network panel exports of it. */
export async function recordCapture(
  session: BrowserSession,
  { path, mention = '', play }: Recording,
): Promise<void> {
  let har: Har = { log: { entries: [] } };
  let said = '';
  for (let attempt = 0; attempt === 0 || (attempt < ATTEMPTS && isDamaged(har)); attempt += 1) {
    const since = Date.now();
    await play();
    said = await session.page.evaluate<string>(SAID).catch(() => 'an error of the browser');
    har = await settledHar(session, since, mention);
  }
  const file = join(projectRoot(), 'test/captures', `${path}.har`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(har, null, 1)}\n`);
  console.log(`${path}: ${har.log.entries.length} entries; ${said}`);
}
