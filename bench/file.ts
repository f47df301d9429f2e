import { closeSync, createReadStream, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { createAnalysis, type Snapshot } from '../src/analysis/analysis.ts';
import { readHar } from '../src/har/read-har.ts';
import { readHarStream } from '../src/har/read-har-stream.ts';
import type { Exchange } from '../src/http/exchange.ts';
import { createTriage } from '../src/oauth/triage.ts';
import { type Entry, traffic } from './data.ts';
import { liveBytes, time } from './measure.ts';

const COUNT = 100_000;
const ROUNDS = 5;

interface HarCost {
  /** Time to read and analyse, divided by the time that `JSON.parse` takes for the same text. */
  readonly time: number;
  /** Peak of live memory, divided by the memory of the parsed file. */
  readonly memory: number;
  readonly messages: number;
}

/** Writes a HAR of 100,000 exchanges, or of another number, with one login in each block. */
export function writeFile(file: string, total = COUNT, block?: number): { readonly count: number } {
  return writeEntries(file, traffic(total, block));
}

/** Writes a HAR with one entry a line. */
export function writeEntries(file: string, entries: Iterable<Entry>): { readonly count: number } {
  const out = openSync(file, 'w');
  writeSync(out, '{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},');
  writeSync(out, '"pages":[],"entries":[\n');
  let batch: string[] = [];
  let count = 0;
  const flush = () => {
    writeSync(out, (count === 0 ? '' : ',\n') + batch.join(',\n'));
    count += batch.length;
    batch = [];
  };
  for (const entry of entries) if (batch.push(JSON.stringify(entry)) === 1_000) flush();
  if (batch.length > 0) flush();
  writeSync(out, '\n]}}');
  closeSync(out);
  return { count };
}

/** Measures reading and analysing the file up to the first snapshot. */
export function analyseFile(file: string): HarCost {
  const text = readFileSync(file, 'latin1');
  const parsedBytes = bytesOf(text);
  const before = liveBytes();
  let bytes = 0;
  const { messages } = analyse(text, () => {
    bytes = Math.max(bytes, liveBytes() - before);
  });
  const ours: number[] = [];
  const theirs: number[] = [];
  // The two alternate, so that a busy machine slows both. The fastest round is the least disturbed.
  while (ours.length < ROUNDS) {
    globalThis.gc?.();
    theirs.push(time(() => void JSON.parse(text)));
    globalThis.gc?.();
    ours.push(time(() => void analyse(text)));
  }
  return { time: Math.min(...ours) / Math.min(...theirs), memory: bytes / parsedBytes, messages };
}

function bytesOf(text: string): number {
  const before = liveBytes();
  const parsed: unknown = JSON.parse(text);
  const bytes = liveBytes() - before;
  if (typeof parsed !== 'object') throw new Error('the file is not an object');
  return bytes;
}

/**
 * Reads and analyses. Calls back at every tenth of the file and at the end, where most memory is
 * held.
 */
function analyse(text: string, held?: () => void): Snapshot {
  const triage = createTriage();
  const analysis = createAnalysis();
  let seen = 0;
  const keep = (exchange: Exchange) => {
    seen += 1;
    if (seen % (COUNT / 10) === 0) held?.();
    return triage.relevance(exchange) !== 'none';
  };
  const result = readHar(text, { file: 'bench.har', source: 0, keep });
  if (!result.ok) throw new Error(result.message);
  for (const exchange of result.exchanges) analysis.add(exchange);
  const snapshot = analysis.snapshot();
  held?.();
  return snapshot;
}

interface StreamCost {
  /** Peak of live memory with buffers, divided by the bytes of the file. */
  readonly memory: number;
  readonly messages: number;
}

/** Measures reading the file in chunks, as the command line and the panel do. */
export async function streamFile(file: string): Promise<StreamCost> {
  const triage = createTriage();
  const before = allBytes();
  let most = 0;
  let seen = 0;
  const result = await readHarStream(createReadStream(file, { highWaterMark: 2 ** 20 }), {
    file: 'bench.har',
    source: 0,
    signal: new AbortController().signal,
    keep: (exchange) => triage.relevance(exchange) === 'oauth',
    onProgress({ entries }) {
      if (entries - seen < COUNT / 10) return;
      seen = entries;
      most = Math.max(most, allBytes() - before);
    },
  });
  if (!result.ok) throw new Error(result.message);
  return { memory: most / statSync(file).size, messages: result.exchanges.length };
}

function allBytes(): number {
  return liveBytes() + process.memoryUsage().arrayBuffers;
}
