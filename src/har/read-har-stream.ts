import { breathe, createPace, until } from '../http/pace.ts';
import { type AsciiText, decoded } from './decode-text.ts';
import type { HarOptions, HarReadResult } from './har-options.ts';
import type { Damage } from './inflate.ts';
import type { UnpackNotes } from './packing.ts';
import { createPieceReader } from './piece-reader.ts';
import { type MoreWays, unpacked } from './unpack.ts';

/** How much of a file has been read. */
export interface HarProgress {
  /** Bytes read from the source, before decompression. */
  readonly bytesRead: number;
  /** `HarStreamOptions.totalBytes`; null when the size is not known. */
  readonly totalBytes: number | null;
  /** Entries read so far, kept or not. */
  readonly entries: number;
}

/** How a HAR is read from a stream of bytes. */
export interface HarStreamOptions extends HarOptions {
  /** Size of the file, for the progress. */
  readonly totalBytes?: number;
  /** Called at most once per turn of work (25 ms), and once at the end. */
  readonly onProgress?: (progress: HarProgress) => void;
  /** Cancels the reading: `readHarStream` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** What this platform can unpack beside what browsers can. */
  readonly moreWays?: MoreWays;
  /** A faster way of this platform to read text. */
  readonly asciiText?: AsciiText;
}

/** The source of the bytes: the stream of a `File` or response, or any iterable of chunks. */
export type HarSource = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/**
 * Reads a HAR of any size from chunks of bytes, plain or compressed. Holds one entry at a time and
 * what `keep` keeps, and pauses every 25 ms. The result does not depend on the size of the chunks.
 * Rejects only when the source does or when cancelled.
 */
export async function readHarStream(
  source: HarSource,
  options: HarStreamOptions,
): Promise<HarReadResult> {
  const { totalBytes = null, onProgress, signal, moreWays = {}, asciiText, file } = options;
  const reader = createPieceReader(options);
  let bytesRead = 0;
  let damage: Damage | null = null;
  const names: string[] = [];
  let packing: string | null = null;
  const report = () => onProgress?.({ bytesRead, totalBytes, entries: reader.entries });
  const counted = counting(until(chunksOf(source), signal), (bytes) => {
    bytesRead += bytes;
  });
  const notes: UnpackNotes = {
    damage(kind) {
      damage = kind;
    },
    named: (name) => names.push(name),
    refuse(name) {
      packing = name;
    },
  };
  const plain = unpacked(counted, { file, more: moreWays, notes });
  const pace = createPace();
  for await (const text of decoded(plain, asciiText)) {
    reader.push(text);
    if (!pace.isDue()) continue;
    report();
    await breathe();
    signal?.throwIfAborted();
    pace.rested();
  }
  report();
  const compressed = damage === null ? null : { kind: damage, bytes: bytesRead };
  return reader.end({ compressed, names, packing });
}

async function* counting(
  chunks: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}

/** In some browsers a stream is not iterable. */
async function* chunksOf(source: HarSource): AsyncGenerator<Uint8Array> {
  if (!('getReader' in source)) {
    yield* source;
    return;
  }
  const reader = source.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
