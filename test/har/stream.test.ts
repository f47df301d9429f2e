import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHarBytes, maybeGunzip } from '../../src/har/bytes.ts';
import { readHar } from '../../src/har/read.ts';
import { readHarFile, readHarStream } from '../../src/har/stream.ts';
import { harOf, tokenEntry } from './files.ts';

const OPTIONS = { file: 'app.har', source: 0 };
const TEXT = JSON.stringify(harOf([tokenEntry(0), { ...tokenEntry(1), comment: 'ä€😀' }]));
const BYTES = new TextEncoder().encode(TEXT);

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  }
  return new Uint8Array(view.buffer);
}

describe('a stream', () => {
  it('gives what the whole text gives, however it is cut', async () => {
    const whole = readHar(TEXT, OPTIONS);
    const sizes = fc.integer({ min: 1, max: 200 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: BYTES.length }), async (size, length) => {
        const cut = BYTES.subarray(0, length);
        const result = await readHarStream(pieces(cut, size), OPTIONS);
        expect(result).toEqual(
          length === BYTES.length ? whole : readHar(decodeHarBytes(cut), OPTIONS),
        );
      }),
      { examples: [[1, BYTES.length]] },
    );
  });

  it('may be empty', async () => {
    expect(await readHarStream(pieces(BYTES, 10), OPTIONS)).toMatchObject({ ok: true, total: 2 });
    expect(await readHarStream(pieces(new Uint8Array(), 10), OPTIONS)).toMatchObject({
      message: 'app.har is empty',
    });
  });
});

describe('bytes', () => {
  it.each([
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`)],
    ['UTF-16 LE with a mark', utf16(`\uFEFF${TEXT}`, true)],
    ['UTF-16 LE', utf16(TEXT, true)],
    ['UTF-16 BE with a mark', utf16(`\uFEFF${TEXT}`, false)],
    ['UTF-16 BE', utf16(TEXT, false)],
  ])('in %s', (_, bytes) => {
    expect(decodeHarBytes(bytes)).toBe(TEXT);
  });

  it('may be compressed, and cut off', async () => {
    const packed = await gzip(BYTES);
    expect(decodeHarBytes(await maybeGunzip(packed))).toBe(TEXT);
    expect(await readHarFile(packed, OPTIONS)).toEqual(readHar(TEXT, OPTIONS));
    const cut = await readHarFile(packed.subarray(0, packed.length - 20), OPTIONS);
    expect(cut.ok || cut.message).toBeTruthy();
  });

  it('are nothing else', async () => {
    const noise = Uint8Array.of(0x1f, 0x8b, 1, 2, 3);
    expect(await maybeGunzip(noise)).toBe(noise);
    expect(await readHarFile(noise, OPTIONS)).toMatchObject({
      message: 'app.har is compressed and damaged',
    });
  });
});
