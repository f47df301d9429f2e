import { decoded } from './decode-text.ts';
import type { HarOptions, HarReadResult } from './har-options.ts';
import { type Damage, decompressed } from './inflate.ts';
import { breathe, createPace, until } from './pace.ts';
import { createPieceReader } from './piece-reader.ts';

/** How far the reading of a file has come. */
export interface HarProgress {
  /** Bytes taken from the source; of a compressed file, compressed bytes. */
  readonly bytesRead: number;
  /** What `HarStreamOptions.totalBytes` said; null when the size is not known. */
  readonly totalBytes: number | null;
  /** Entries seen so far, kept or not. */
  readonly entries: number;
}

/** How a HAR is read from a stream of bytes. */
export interface HarStreamOptions extends HarOptions {
  /** Size of the file, for the progress. */
  readonly totalBytes?: number;
  /** Called at most once per turn of work (25 ms), and once at the end. */
  readonly onProgress?: (progress: HarProgress) => void;
  /** Ends the reading: `readHarStream` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Where bytes come from: a `File`'s or a response's stream, or anything that gives chunks. */
export type HarSource = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/**
 * Reads a HAR of any size from chunks of bytes, plain or compressed with gzip. Holds no more of the
 * file than one entry and what `keep` keeps, and lets others have their turn every 25 ms. However
 * the chunks are cut, the result is the same. Rejects only when the source does or when cancelled.
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

/** Not every browser's streams can be iterated. */
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
