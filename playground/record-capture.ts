import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { until } from './browsers/poll.ts';
import type { BrowserSession } from './browsers/types.ts';
import { captureText, type RecordedHar } from './capture-text.ts';
import { projectRoot } from './root.ts';

/** A log is complete when nothing has changed for so many milliseconds. */
const STEADY = 4_000;

/** The same for a log with requests that have no answer: perhaps none ever comes. */
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

/** Scripts, styles and pictures of a page say nothing about its logins. They are most of the file. */
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
 * What the Network panel recorded since a moment (milliseconds since the epoch). Waits until the log
 * mentions that address and has not changed for a while.
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

/** What the app or a page of the server says to the user at the end. */
const SAID = `(document.querySelector('#status') ?? document.querySelector('h1'))?.textContent ?? ''`;

interface Recording {
  /** Below `test/captures`, without the ending. */
  readonly path: string;
  /** Part of an address; a recording without it is not complete. */
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
  const record = async (): Promise<readonly [Har, string]> => {
    const since = Date.now();
    await play();
    const said = await session.page.evaluate<string>(SAID).catch(() => 'an error of the browser');
    return [await settledHar(session, since, mention), said];
  };
  let [har, said] = await record();
  for (let again = 1; again < ATTEMPTS && isDamaged(har); again += 1) [har, said] = await record();
  writeCapture(`${path}.har`, har);
  console.log(`${path}: ${har.log.entries.length} entries; ${said}`);
}

/** Writes a capture; its path is below `test/captures`. */
export function writeCapture(path: string, har: RecordedHar): void {
  const file = join(projectRoot(), 'test/captures', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, captureText(har));
}
