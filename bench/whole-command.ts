import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import analyze from '../src/cli/commands/analyze-body.ts';
import { finish } from '../src/cli/finish.ts';
import { formatOf } from '../src/cli/format-option.ts';
import { parseArguments } from '../src/cli/parse-arguments.ts';
import { writeEntries } from './file.ts';
import { processorTime } from './measure.ts';
import { realTraffic } from './real-traffic.ts';

/** What a process took from its start. */
interface ProcessCost {
  /** Milliseconds of processor time. */
  readonly time: number;
  /** Megabytes at most. */
  readonly memory: number;
  /** Entries, messages or characters, as proof of the work. */
  readonly found: number;
}

function costSoFar(found: number): ProcessCost {
  return { time: processorTime(), memory: process.resourceUsage().maxRSS / 1024, found };
}

/** Writes a HAR of realistic entries, a share of which belongs to logins. */
export function writeReal(file: string, count: number, share: number): { readonly count: number } {
  return writeEntries(file, realTraffic(count, share));
}

/** Parses the file as one text. */
export function parseWhole(file: string): ProcessCost {
  const har = JSON.parse(readFileSync(file, 'latin1')) as { log: { entries: unknown[] } };
  return costSoFar(har.log.entries.length);
}

/** Parses one entry after another, and keeps none. */
export async function parseEntries(file: string): Promise<ProcessCost> {
  let found = 0;
  const input = createReadStream(file, { highWaterMark: 2 ** 20, encoding: 'latin1' });
  for await (const line of createInterface({ input })) {
    if (!line.startsWith('{"_priority"')) continue;
    if (typeof JSON.parse(line.replace(/,$/, '')) === 'object') found += 1;
  }
  return costSoFar(found);
}

/** Does what `analyze` of the command line does, up to the report. */
export async function analyseToReport(file: string, format: string): Promise<ProcessCost> {
  const given = parseArguments([file], analyze);
  if ('wrong' in given) throw new Error(given.wrong);
  const request = { format: formatOf(format), optionsOf: () => ({}) };
  const finished = await finish(given, request, new AbortController().signal);
  if (typeof finished === 'number') throw new Error('the file cannot be read');
  return costSoFar(finished.text.length);
}
