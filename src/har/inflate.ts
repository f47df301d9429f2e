import { breathe } from '../http/pace.ts';

/** Bytes that are decompressed at once: the result is in memory and can be 1,000 times as large. */
const SLICE = 2 ** 14;

/** What is wrong with compressed data: it ends too early, or it is not valid. */
export type Damage = 'cut' | 'damaged';

/** Where compressed data stopped being readable. */
export interface CompressedEnd {
  readonly kind: Damage;
  /** Compressed bytes up to there. */
  readonly bytes: number;
}

/** What the writer and the reader of the decompressor share. */
interface Pipe {
  readonly writer: WritableStreamDefaultWriter<BufferSource>;
  /** The reader waits because there is nothing to read. */
  waiting: boolean;
  /** Everything has been written. */
  closing: boolean;
  stopped: boolean;
  /** The error of the source. */
  failure: { readonly error: unknown } | null;
}

/**
 * Decompresses chunk by chunk. Yields cut or damaged data as far as it can be read, then calls
 * `onDamage`. Rejects only when the source does.
 */
export async function* inflated(
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

/** Never rejects: the error of a source goes to `pipe.failure`. */
async function feed(chunks: AsyncIterable<Uint8Array>, pipe: Pipe): Promise<void> {
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += SLICE) {
        if (pipe.stopped) return;
        const slice = chunk.subarray(at, at + SLICE) as Uint8Array<ArrayBuffer>;
        // The reader reports data that is not valid.
        if (!(await pipe.writer.write(slice).then(yes, no))) return;
      }
    }
  } catch (error) {
    pipe.failure = { error };
    await pipe.writer.abort(error).catch(() => undefined);
    return;
  }
  // Closing too early would discard data that has not been read yet.
  for (let quiet = 0; quiet < 2 && !pipe.stopped; quiet = pipe.waiting ? quiet + 1 : 0) {
    await breathe();
  }
  pipe.closing = true;
  await pipe.writer.close().catch(() => undefined);
}

const yes = () => true;
const no = () => false;
