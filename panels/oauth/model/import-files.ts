import type { HarReadResult } from '../../../src/har/har-options.ts';
import { readHarStream } from '../../../src/har/read-har-stream.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { breathe, createPace } from '../../../src/http/pace.ts';
import { createTriage, mayBeOAuth, type Triage } from '../../../src/oauth/triage.ts';
import { loadMerging } from './core.ts';
import { type JoinedFile, sourcesOf } from './joined-file.ts';
import { Session } from './session.ts';

/** The progress of reading files. */
export interface ImportProgress {
  readonly file: string;
  /** Bytes of the file, and bytes that have been read. */
  readonly size: number;
  readonly bytesRead: number;
  /** Entries seen so far, OAuth or not. */
  readonly entries: number;
  /** Whether all files are read and their requests are analysed. */
  readonly analysing?: true;
}

/** The part of a `File` that is used. */
export interface ImportedFile {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** The recording of the files, or the reason why there is none. */
export type ImportOutcome =
  | {
      readonly ok: true;
      /** The recording that was shown, if the files have a value in common with it. */
      readonly session: Session;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

export interface ImportControl {
  readonly signal: AbortSignal;
  onProgress(progress: ImportProgress): void;
}

/** Exchanges between two readings of the clock. */
const BATCH = 50;

/** State that all files share when they are read together. */
interface Reading {
  readonly control: ImportControl;
  /** The login servers of one file count for the next as well. */
  readonly triage: Triage;
}

async function readOne(
  file: ImportedFile,
  source: number,
  { control, triage }: Reading,
): Promise<HarReadResult> {
  const { name, size } = file;
  return readHarStream(file.stream(), {
    file: name,
    source,
    totalBytes: size,
    signal: control.signal,
    keep: (exchange) => triage.relevance(exchange) !== 'none',
    mayMatter: mayBeOAuth,
    wantsBody: (exchange) => triage.wantsBody(exchange),
    onProgress: ({ bytesRead, entries }) =>
      control.onProgress({ file: name, size, bytesRead, entries }),
  });
}

function problem(result: Extract<HarReadResult, { ok: false }>): string {
  const { message, at } = result;
  return at ? `${message} (line ${at.line}, column ${at.column})` : message;
}

/** Processes many exchanges and lets the panel draw in between. */
async function inBatches(
  exchanges: readonly Exchange[],
  work: (batch: readonly Exchange[]) => void,
  signal?: AbortSignal,
) {
  const pace = createPace();
  for (let start = 0; start < exchanges.length; start += BATCH) {
    work(exchanges.slice(start, start + BATCH));
    if (!pace.isDue()) continue;
    await breathe();
    signal?.throwIfAborted();
    pace.rested();
  }
}

/**
 * Reads HAR files as one recording. They join the shown one if they share a value with it, as the
 * back channel of a login does. Rejects only when it is cancelled.
 */
export async function importFiles(
  files: readonly ImportedFile[],
  shown: Session,
  control: ImportControl,
): Promise<ImportOutcome> {
  const reading: Reading = { control, triage: createTriage() };
  const read: JoinedFile[] = [];
  let source = shown.nextSource;
  const notes: string[] = [];
  for (const file of files) {
    const result = await readOrFail(file, source, reading);
    if (!result.ok) return { ok: false, message: problem(result) };
    const { exchanges, gaps, recorder, total, own = null } = result;
    const one = { name: file.name, source, exchanges, gaps, recorder, total, own };
    read.push(one);
    source += sourcesOf(one).length;
    notes.push(...result.warnings.map((warning) => `${file.name}: ${warning}`));
  }
  const [first] = files;
  if (first) control.onProgress(analysing(first, read));
  const merge = await loadMerging();
  let joins = false;
  for (const { exchanges } of read) {
    await inBatches(
      exchanges,
      (batch) => {
        joins ||= shown.knows(batch);
      },
      control.signal,
    );
  }
  const session = joins ? shown : new Session();
  const isMerged = !joins && read.length === 1 && read[0]?.own !== null;
  for (const one of read) {
    const file = joins ? one : moved(one, shown.nextSource);
    session.join(file, isMerged ? null : merge);
    // Files that have begun to join the shown recording join completely.
    const signal = joins ? undefined : control.signal;
    await inBatches(file.exchanges, (batch) => session.add(batch), signal);
  }
  await session.shown(joins ? undefined : control.signal);
  return { ok: true, session, notes };
}

function analysing({ name, size }: ImportedFile, read: readonly JoinedFile[]): ImportProgress {
  const entries = read.reduce((sum, { total }) => sum + total, 0);
  return { file: name, size, bytesRead: size, entries, analysing: true };
}

/** A file whose sources are counted from 0, because it joins no other recording. */
function moved(file: JoinedFile, by: number): JoinedFile {
  const exchanges = file.exchanges.map((one) => ({ ...one, source: one.source - by }));
  return { ...file, source: file.source - by, exchanges };
}

async function readOrFail(file: ImportedFile, source: number, reading: Reading) {
  try {
    return await readOne(file, source, reading);
  } catch (error) {
    if (reading.control.signal.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false as const, message: `${file.name} could not be read: ${reason}`, at: null };
  }
}
