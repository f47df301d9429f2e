import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import { readHar } from '../../src/har/read-har.ts';
import { readHarStream } from '../../src/har/read-har-stream.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { pieces, utf8, utf16 } from './encoded.ts';

const OPTIONS = { file: 'login.har', source: 0 };
const TEXT = readFileSync(new URL('dialects/firefox.har', import.meta.url), 'utf8');
const WHOLE = readHar(TEXT, OPTIONS);
if (!WHOLE.ok) throw new Error(WHOLE.message);
const { exchanges } = WHOLE;

const PLACE = /^login\.har (?:ends at|is cut off: it ends at) line \d+, column \d+/;
const NOTHING = /^login\.har is (?:empty|compressed and (?:cut off|damaged))/;

function messagesOf(some: readonly Exchange[]): readonly string[] {
  const analysis = createAnalysis();
  for (const exchange of some) analysis.add(exchange);
  return analysis.snapshot().flows.flatMap(({ flow }) => flow.messages.map(({ kind }) => kind));
}

const MESSAGES = messagesOf(exchanges);

async function expectPrefix(bytes: Uint8Array, length: number, size: number): Promise<number> {
  const result = await readHarStream(pieces(bytes.subarray(0, length), size), OPTIONS);
  if (!result.ok) {
    expect(result.message).toMatch(result.at ? PLACE : NOTHING);
    return 0;
  }
  expect(result.exchanges).toEqual(exchanges.slice(0, result.total));
  expect(result.gaps.map(({ text }) => text)).toEqual([expect.stringMatching(PLACE)]);
  const messages = messagesOf(result.exchanges);
  expect(messages).toEqual(MESSAGES.slice(0, messages.length));
  return result.total;
}

describe('any truncation gives a prefix of the exchanges and of the messages, and says where', () => {
  const plain = utf8(TEXT.trimEnd());
  it.each([
    ['UTF-8', plain],
    ['UTF-16', utf16(TEXT.trimEnd(), true)],
    ['gzip', gzipSync(plain)],
  ])('of %s', async (_, bytes) => {
    const length = fc.integer({ min: 0, max: bytes.length - 1 });
    const size = fc.integer({ min: 1, max: 20_000 });
    // Also near the end, where the last bytes say that all is well.
    const near = fc.integer({ min: bytes.length - 12, max: bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(length, near), size, async (end, chunk) => {
        await expectPrefix(bytes, end, chunk);
      }),
      { numRuns: 60 },
    );
  });

  it('at every byte of a character', async () => {
    const at = plain.findIndex((byte) => byte > 0x7f);
    expect(at).toBeGreaterThan(0);
    for (const end of [at, at + 1, at + 2]) await expectPrefix(plain, end, 100);
  });

  it('of gzip, with all that can be read', async () => {
    // Stored and not compressed, so the written part can be read.
    const packed = gzipSync(plain, { level: 0 });
    const last = TEXT.lastIndexOf('"startedDateTime"');
    expect(await expectPrefix(packed, last + 40, 1_000)).toBe(exchanges.length - 1);
  });
});
