import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiText } from '../../src/cli/ascii-text.ts';
import { decoded } from '../../src/har/decode-text.ts';

async function textOf(chunks: readonly Uint8Array[], fast: boolean): Promise<string> {
  async function* source() {
    yield* chunks;
  }
  const pieces: string[] = [];
  for await (const piece of decoded(source(), fast ? asciiText : undefined)) pieces.push(piece);
  return pieces.join('');
}

const plain = fc.string().map((text) => new TextEncoder().encode(text));
const any = fc.uint8Array({ maxLength: 6 });
const mark = fc.constant(Uint8Array.of(0xef, 0xbb, 0xbf));
const half = fc.constant(Uint8Array.of(0x61, 0xe2, 0x82));

test('bytes in ASCII are read as a decoder reads them, between any other bytes', async () => {
  const chunks = fc.array(fc.oneof(plain, any, mark, half), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(chunks, async (some) => {
      expect(await textOf(some, true)).toBe(await textOf(some, false));
    }),
  );
});

test('bytes that are not ASCII are left to a decoder', () => {
  expect(asciiText(Uint8Array.of(0x7b, 0x7d))).toBe('{}');
  expect(asciiText(Uint8Array.of(0x7b, 0xc3, 0xa4))).toBeNull();
});
