import { withHead } from './decode-text.ts';
import { breathe } from './pace.ts';

/** Bytes given to the decompressor at a time: what comes of them is held, up to 1,000 times as much. */
const SLICE = 2 ** 14;

/** What is wrong with compressed data: it ends too early, or it is none. */
export type Damage = 'cut' | 'damaged';

/** Where compressed data stopped being readable. */
export interface CompressedEnd {
  readonly kind: Damage;
  /** Compressed bytes up to there. */
  readonly bytes: number;
}

/**
 * Decompresses gzip (RFC 1952) or zlib chunk by chunk, and gives anything else as it is. What is cut off or
 * damaged ends where it ends and tells `onDamage`. Rejects only when the source does.
 */
export async function* decompressed(
  chunks: AsyncIterable<Uint8Array>,
  onDamage: (damage: Damage) => void,
): AsyncGenerator<Uint8Array> {
  const source = withHead(chunks);
  const first = await source.next();
  if (first.done) return;
  const all = prepend(first.value, source);
  const format = formatOf(first.value);
  if (format) yield* inflated(all, format, onDamage);
  else yield* all;
}

/** Gzip by its magic number; the zlib format (RFC 1950) of mitmproxy's `.zhar` by its checksum. */
function formatOf([first = 0, second = 0]: Uint8Array): CompressionFormat | null {
  if (first === 0x1f && second === 0x8b) return 'gzip';
  return first === 0x78 && (first * 256 + second) % 31 === 0 ? 'deflate' : null;
}

async function* prepend(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** How the one who writes into the decompressor and the one who reads from it know of each other. */
interface Pipe {
  readonly writer: WritableStreamDefaultWriter<BufferSource>;
  /** The reader waits: there is nothing to read. */
  waiting: boolean;
  /** Everything was written. */
  closing: boolean;
  stopped: boolean;
  /** The source failed, with this. */
  failure: { readonly error: unknown } | null;
}

async function* inflated(
  chunks: AsyncIterable<Uint8Array>,
  format: CompressionFormat,
  onDamage: (damage: Damage) => void,
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream(format);
  const reader = readable.getReader();
  const writer = writable.getWriter();
  const pipe: Pipe = { writer, waiting: false, closing: false, stopped: false, failure: null };
  reader.closed.catch(() => undefined);
  writer.closed.catch(() => undefined);
  const feeding = feed(chunks, pipe);
  try {
    for (;;) {
      pipe.waiting = true;
      const part = await reader.read().catch((error: unknown) => ({ error }));
      pipe.waiting = false;
      if (pipe.failure) throw pipe.failure.error;
      if ('error' in part) onDamage(damageOf(part.error, pipe));
      if ('error' in part || part.done) return;
      yield part.value;
    }
  } finally {
    pipe.stopped = true;
    await writer.abort().catch(() => undefined);
    await feeding;
  }
}

/**
 * Browsers refuse wrong data when it is written, so an error after the last write means that the end
 * is missing. Node decompresses in another thread and can be late, but its error has a code.
 */
function damageOf(error: unknown, { closing }: Pipe): Damage {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return closing && code !== 'Z_DATA_ERROR' ? 'cut' : 'damaged';
}

/** Never rejects: a source that fails is left in the pipe. */
async function feed(chunks: AsyncIterable<Uint8Array>, pipe: Pipe): Promise<void> {
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += SLICE) {
        if (pipe.stopped) return;
        const slice = chunk.subarray(at, at + SLICE) as Uint8Array<ArrayBuffer>;
        // The reader tells of data that is no gzip.
        if (!(await pipe.writer.write(slice).then(yes, no))) return;
      }
    }
  } catch (error) {
    pipe.failure = { error };
    await pipe.writer.abort(error).catch(() => undefined);
    return;
  }
  // An end that comes too early discards what was not read yet.
  for (let quiet = 0; quiet < 2 && !pipe.stopped; quiet = pipe.waiting ? quiet + 1 : 0) {
    await breathe();
  }
  pipe.closing = true;
  await pipe.writer.close().catch(() => undefined);
}

const yes = () => true;
const no = () => false;
