import { decoded } from './decode-text.ts';
import type { HarOptions, HarReadResult } from './har-options.ts';
import { type Damage, decompressed } from './inflate.ts';
import { breathe, createPace, until } from './pace.ts';
import { createPieceReader } from './piece-reader.ts';

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
  const { totalBytes = null, onProgress, signal } = options;
  const reader = createPieceReader(options);
  let bytesRead = 0;
  let damage: Damage | null = null;
  const report = () => onProgress?.({ bytesRead, totalBytes, entries: reader.entries });
  const counted = counting(until(chunksOf(source), signal), (bytes) => {
    bytesRead += bytes;
  });
  const plain = decompressed(counted, (what) => {
    damage = what;
  });
  const pace = createPace();
  for await (const text of decoded(plain)) {
    reader.push(text);
    if (!pace.isDue()) continue;
    report();
    await breathe();
    signal?.throwIfAborted();
    pace.rested();
  }
  report();
  return reader.end(damage === null ? undefined : { kind: damage, bytes: bytesRead });
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
