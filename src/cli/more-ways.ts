import { pipeline, Readable, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import type { Unpack } from '../har/packing.ts';
import type { MoreWays } from '../har/unpack.ts';

/** Node 22.15 and later. */
const zstandard = 'createZstdDecompress' in zlib ? zlib.createZstdDecompress : null;

/** What Node can unpack and browsers cannot. */
export const MORE_WAYS: MoreWays = {
  brotli: through(() => zlib.createBrotliDecompress()),
  ...(typeof zstandard === 'function' ? { zstandard: through(zstandard as () => Transform) } : {}),
};

function through(create: () => Transform): Unpack {
  return async function* unpack(chunks, notes) {
    let failure: unknown = null;
    const source = Readable.from(
      watched(chunks, (error) => {
        failure = error;
      }),
    );
    const plain = create();
    pipeline(source, plain, () => undefined);
    try {
      for await (const chunk of plain) yield chunk as Uint8Array;
    } catch (error) {
      if (failure !== null) throw failure;
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      notes.damage(/BUF_ERROR|PREMATURE/.test(code) ? 'cut' : 'damaged');
    }
  };
}

async function* watched(chunks: AsyncIterable<Uint8Array>, onError: (error: unknown) => void) {
  try {
    yield* chunks;
  } catch (error) {
    onError(error);
    throw error;
  }
}
