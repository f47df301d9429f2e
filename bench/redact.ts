import { readFileSync, statSync } from 'node:fs';
import { findLeaks } from '../src/gate/gate.ts';
import { readHar } from '../src/har/read-har.ts';
import { writeHar } from '../src/har/write-har.ts';
import { createTriage } from '../src/oauth/triage.ts';
import { redactRecording } from '../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION } from '../src/redaction/redaction-options.ts';
import { writeFile } from './file.ts';
import { effort, processorTime } from './measure.ts';

const COUNT = 54_000;
/** One exchange in ten is part of a login. */
const BLOCK = 50;
const ROUNDS = 3;

interface RedactionCost {
  /** Processor time to read, redact, write and scan, divided by that of `JSON.parse` for the same text. */
  readonly time: number;
  /** The same for each part. */
  readonly parts: Readonly<Record<string, number>>;
  readonly megabytes: number;
  /** Values that were replaced. */
  readonly values: number;
}

/** Writes a HAR of about 100 MB. */
export function writeLogins(file: string): { readonly count: number } {
  return writeFile(file, COUNT, BLOCK);
}

/** Measures what `redact` of the command line does with a file. */
export async function redactFile(file: string): Promise<RedactionCost> {
  const text = readFileSync(file, 'latin1');
  let best: Omit<RedactionCost, 'megabytes'> | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    globalThis.gc?.();
    const parse = effort(() => void JSON.parse(text));
    globalThis.gc?.();
    const once = await redactOnce(text, parse);
    if (best === null || once.time < best.time) best = once;
  }
  if (best === null) throw new Error('nothing was measured');
  return { ...best, megabytes: statSync(file).size / 1e6 };
}

async function redactOnce(text: string, parse: number): Promise<Omit<RedactionCost, 'megabytes'>> {
  const { relevance, wantsBody } = createTriage();
  const parts: Record<string, number> = {};
  let since = processorTime();
  const ended = (part: string): void => {
    const now = processorTime();
    parts[part] = (now - since) / parse;
    since = now;
  };
  const read = readHar(text, {
    file: 'bench.har',
    source: 0,
    keep: (one) => relevance(one) !== 'none',
    wantsBody,
  });
  if (!read.ok) throw new Error(read.message);
  ended('read');
  const { exchanges, gaps } = read;
  const whole = { exchanges, gaps, navigations: [], sources: [] };
  const { recording, removed } = await redactRecording(whole, DEFAULT_REDACTION);
  ended('redact');
  const written = writeHar(recording, { version: '0.0.0' });
  ended('write');
  const sought = removed.map(({ value, names, isWord, placeholder }) => ({
    name: placeholder.name,
    ...{ value, names, isWord },
  }));
  const leaks = findLeaks(written, sought);
  ended('scan');
  if (leaks.length > 0) throw new Error(`the redacted file shows ${leaks.length} values`);
  const total = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return { time: total, parts, values: removed.length };
}
