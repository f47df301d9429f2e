import { decodeHarBytes, encodingOf, maybeGunzip } from './bytes.ts';
import type { HarOptions, HarReadResult } from './collect.ts';
import { createPieceReader } from './pieces.ts';
import { readHar } from './read.ts';

/** Above this a file is read piece by piece: strings end at half a gigabyte. */
const WHOLE_LIMIT = 2 ** 28;
const PIECE = 2 ** 20;

/** Reads a HAR from chunks of bytes, one entry at a time. Rejects only when the source does. */
export async function readHarStream(
  chunks: AsyncIterable<Uint8Array>,
  options: HarOptions,
): Promise<HarReadResult> {
  const reader = createPieceReader(options);
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    reader.push(decoder.decode(chunk, { stream: true }));
  }
  if (decoder) reader.push(decoder.decode());
  return reader.end();
}

/** Reads the bytes of a HAR file, compressed with gzip or not. */
export async function readHarFile(bytes: Uint8Array, options: HarOptions): Promise<HarReadResult> {
  const plain = await maybeGunzip(bytes);
  if (plain.length <= WHOLE_LIMIT) return readHar(decodeHarBytes(plain), options);
  return readHarStream(pieces(plain), options);
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
