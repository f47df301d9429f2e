import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { until } from './browsers/poll.ts';
import type { BrowserSession } from './browsers/types.ts';
import { captureText, type RecordedHar } from './capture-text.ts';
import { projectRoot } from './root.ts';

/** Milliseconds without a change after which a log is complete. */
const STEADY = 4_000;

/** The same for a log that has requests without a response: perhaps none ever comes. */
const STEADY_WITHOUT_ANSWER = 6_000;

/** A busy machine exports a log slowly. */
const SETTLES = 60_000;

/** The part of a HAR file that recording needs. */
interface Har {
  readonly log: { readonly entries: readonly HarEntry[] };
}

interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: { readonly url: string };
  readonly response: { readonly status: number; readonly content: { readonly text?: string } };
}

/**
 * Whether the entry is a script, a style or a picture. They are most of the file and say nothing
 * about logins.
 */
function isAsset({ request }: HarEntry): boolean {
  return (
    /\.(?:js|css|ico|map|svg|png|woff2)(?:\?|$)/.test(request.url) ||
    request.url.startsWith('data:')
  );
}

/** The entries since the scenario began, without the page's assets. */
function trimmed(text: string, since: number): Har {
  const har = JSON.parse(text) as Har;
  const entries = har.log.entries.filter(
    (entry) => !isAsset(entry) && Date.parse(entry.startedDateTime) >= since,
  );
  return { log: { ...har.log, entries } };
}

/**
 * Reads what the Network panel recorded since a moment (milliseconds since the epoch). Waits until
 * the log mentions that address and has not changed for a while.
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

/** The final text of the app or of the server's page. */
const SAID = `(document.querySelector('#status') ?? document.querySelector('h1'))?.textContent ?? ''`;

/** The page that is shown. A page that rewrote its URL was loaded from one that begins like this. */
const SHOWN = 'location.origin + location.pathname';

interface Recording {
  /** Path below `test/captures`, without the extension. */
  readonly path: string;
  /** Part of an address. A recording without it is not complete. */
  readonly mention?: string;
  play(): Promise<unknown>;
}

const ATTEMPTS = 4;

/**
 * Whether an entry has no status although it has content. Firefox on a busy machine loses the head
 * of a response and what came after it.
 */
function isDamaged({ log }: Har): boolean {
  return log.entries.some(({ response: { status, content } }) => status === 0 && content.text);
}

/** Whether the log has the page that is shown. Firefox on a busy machine loses the last pages. */
function hasPage({ log }: Har, shown: string): boolean {
  return (
    !shown.startsWith('http') || log.entries.some(({ request }) => request.url.startsWith(shown))
  );
}

/** Plays a scenario and writes the HAR of the Network panel. Repeats it when the log is damaged. */
export async function recordCapture(
  session: BrowserSession,
  { path, mention = '', play }: Recording,
): Promise<void> {
  const record = async () => {
    const since = Date.now();
    await play();
    const said = await session.page.evaluate<string>(SAID).catch(() => 'an error of the browser');
    const shown = await session.page.evaluate<string>(SHOWN).catch(() => '');
    const har = await settledHar(session, since, mention);
    return { har, said, whole: hasPage(har, shown) && !isDamaged(har) };
  };
  let { har, said, whole } = await record();
  for (let again = 1; again < ATTEMPTS && !whole; again += 1)
    ({ har, said, whole } = await record());
  writeCapture(`${path}.har`, har);
  console.log(`${path}: ${har.log.entries.length} entries; ${said}`);
}

/** Writes a capture. The path is below `test/captures`. */
export function writeCapture(path: string, har: RecordedHar): void {
  const file = join(projectRoot(), 'test/captures', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, captureText(har));
}
