import type { HarReadResult } from '../../src/har/read.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { createTriage } from '../../src/oauth/triage.ts';
import { loadMerging } from './core.ts';
import { type JoinedFile, Session } from './session.ts';

/** How far the reading of files has come. */
export interface ImportProgress {
  readonly file: string;
  /** Between 0 and 1. */
  readonly share: number;
}

/** What is needed of a `File`. */
export interface ImportedFile {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** The recording of the files, or why there is none. */
export type ImportOutcome =
  | {
      readonly ok: true;
      /** The one that was shown, when the files have a value in common with it. */
      readonly session: Session;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

export interface ImportControl {
  readonly signal: AbortSignal;
  onProgress(progress: ImportProgress): void;
}

const BATCH = 1_000;
const GZIP = [0x1f, 0x8b];

/** Lets the panel draw and listen between two pieces of work. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

async function* chunksOf(file: ImportedFile, control: ImportControl): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  let read = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      control.signal.throwIfAborted();
      read += part.value.length;
      control.onProgress({ file: file.name, share: file.size > 0 ? read / file.size : 1 });
      yield part.value;
      await breathe();
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** RFC 1952; a file that is cut off gives what is whole. */
async function* inflated(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const first = await chunks.next();
  if (first.done) return;
  const isGzip = first.value[0] === GZIP[0] && first.value[1] === GZIP[1];
  if (!isGzip) {
    yield first.value;
    yield* chunks;
    return;
  }
  const unzip = new DecompressionStream('gzip');
  const writer = unzip.writable.getWriter();
  const feed = async () => {
    await writer.write(first.value as Uint8Array<ArrayBuffer>);
    for await (const chunk of chunks) await writer.write(chunk as Uint8Array<ArrayBuffer>);
    await writer.close();
  };
  let failure: unknown = null;
  const feeding = feed().catch(async (error: unknown) => {
    failure = error;
    await writer.abort(error).catch(() => undefined);
  });
  const reader = unzip.readable.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } catch {
    // Cut off or cancelled: what came so far is read as a truncated file.
  }
  await feeding;
  if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
}

async function readOne(
  file: ImportedFile,
  source: number,
  control: ImportControl,
): Promise<HarReadResult> {
  const { readHarStream } = await import('../../src/har/stream.ts');
  const triage = createTriage();
  const keep = (exchange: Exchange) => triage.relevance(exchange) !== 'none';
  return readHarStream(inflated(chunksOf(file, control)), { file: file.name, source, keep });
}

function problem(result: Extract<HarReadResult, { ok: false }>): string {
  const { message, at } = result;
  return at ? `${message} (line ${at.line}, column ${at.column})` : message;
}

/** Does something with many exchanges without keeping the panel from drawing. */
async function inBatches(
  exchanges: readonly Exchange[],
  work: (batch: readonly Exchange[]) => void,
  signal?: AbortSignal,
) {
  for (let start = 0; start < exchanges.length; start += BATCH) {
    signal?.throwIfAborted();
    work(exchanges.slice(start, start + BATCH));
    await breathe();
  }
}

/**
 * Reads HAR files as one recording: into the one that is shown when they share a value with it, as
 * the back channel of a login does. Rejects only when it is cancelled.
 */
export async function importFiles(
  files: readonly ImportedFile[],
  shown: Session,
  control: ImportControl,
): Promise<ImportOutcome> {
  const read: JoinedFile[] = [];
  const first = shown.nextSource;
  const notes: string[] = [];
  for (const file of files) {
    const source = first + read.length;
    const result = await readOrFail(file, source, control);
    if (!result.ok) return { ok: false, message: problem(result) };
    const { exchanges, gaps } = result;
    read.push({ name: file.name, source, exchanges, gaps });
    notes.push(...result.warnings.map((warning) => `${file.name}: ${warning}`));
  }
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
  for (const file of read) {
    session.join(file, merge);
    // What has begun to join the shown recording is not left in its middle.
    const signal = joins ? undefined : control.signal;
    await inBatches(file.exchanges, (batch) => session.add(batch), signal);
  }
  session.flush();
  return { ok: true, session, notes };
}

async function readOrFail(file: ImportedFile, source: number, control: ImportControl) {
  try {
    return await readOne(file, source, control);
  } catch (error) {
    if (control.signal.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false as const, message: `${file.name} could not be read: ${reason}`, at: null };
  }
}
