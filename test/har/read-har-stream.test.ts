import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import { type HarProgress, readHarStream } from '../../src/har/read-har-stream.ts';
import { pieces, utf8, utf16 } from './encoded.ts';
import { harOf, tokenEntry } from './files.ts';

const OPTIONS = { file: 'app.har', source: 0 };
const TEXT = JSON.stringify(
  harOf([tokenEntry(0), { ...tokenEntry(1), comment: 'ä€😀' }, tokenEntry(2)]),
);
const BYTES = utf8(TEXT);
const WHOLE = readHar(TEXT, OPTIONS);

/** A file of some megabytes. */
function* largeFile(entries: number): Generator<Uint8Array> {
  yield utf8('{"log":{"version":"1.2","creator":{"name":"Firefox","version":"1"},"entries":[');
  for (let number = 0; number < entries; number += 100) {
    const some = Array.from({ length: 100 }, (_, at) => JSON.stringify(tokenEntry(number + at)));
    yield utf8((number > 0 ? ',' : '') + some.join(','));
  }
  yield utf8(']}}');
}

async function* asynchronous<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

describe('a stream', () => {
  it.each([
    ['UTF-8', BYTES],
    ['UTF-8 with a mark', utf8(`\uFEFF${TEXT}`)],
    ['UTF-16 LE with a mark', utf16(`\uFEFF${TEXT}`, true)],
    ['UTF-16 LE', utf16(TEXT, true)],
    ['UTF-16 BE with a mark', utf16(`\uFEFF${TEXT}`, false)],
    ['UTF-16 BE', utf16(TEXT, false)],
    ['gzip', gzipSync(BYTES)],
    [
      'gzip in two members',
      Buffer.concat([gzipSync(BYTES.subarray(0, 99)), gzipSync(BYTES.subarray(99))]),
    ],
    ['gzip of UTF-16', gzipSync(utf16(TEXT, true))],
  ])('in %s gives what the text gives, however it is cut', async (_, bytes) => {
    const sizes = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2_000 }));
    const same = async (size: number) => {
      expect(await readHarStream(pieces(bytes, size), OPTIONS)).toEqual(WHOLE);
    };
    await fc.assert(fc.asyncProperty(sizes, same), { numRuns: 20, examples: [[1], [9_999]] });
  });

  it('may come from a file in a browser, and may be empty', async () => {
    const stream = new Blob([BYTES as Uint8Array<ArrayBuffer>]).stream();
    expect(await readHarStream(stream, OPTIONS)).toEqual(WHOLE);
    expect(await readHarStream(new Blob([]).stream(), OPTIONS)).toEqual({
      ok: false,
      message: 'app.har is empty',
      at: null,
    });
  });

  it('rejects when its source does, compressed or not', async () => {
    for (const bytes of [BYTES, gzipSync(BYTES)]) {
      const broken = (async function* () {
        yield bytes.subarray(0, 400);
        throw new Error('the disk is gone');
      })();
      await expect(readHarStream(broken, OPTIONS)).rejects.toThrow('the disk is gone');
    }
  });
});

describe('compressed data', () => {
  it('is reported as damaged if it is not compressed data', async () => {
    const noise = Uint8Array.of(0x1f, 0x8b, 1, 2, 3);
    expect(await readHarStream(pieces(noise, 5), OPTIONS)).toEqual({
      ok: false,
      message: 'app.har is compressed and damaged: nothing of it can be read',
      at: null,
    });
  });

  it('is read up to its damage', async () => {
    const text = JSON.stringify(harOf(Array.from({ length: 3_000 }, (_, n) => tokenEntry(n))));
    const packed = gzipSync(text, { level: 0 });
    packed.fill(0xff, 500_000);
    const result = await readHarStream(pieces(packed, 10_000), OPTIONS);
    if (!result.ok) throw new Error(result.message);
    expect(result.exchanges).toEqual(
      (readHar(text, OPTIONS) as typeof result).exchanges.slice(0, result.total),
    );
    expect(result.gaps[0]?.text).toMatch(
      /ends at line 1, column \d+.*The compressed data is damaged/,
    );
  });
});

describe('while a large file is read', () => {
  it('other work continues, and the progress is reported', async () => {
    const seen: HarProgress[] = [];
    let longest = 0;
    let last = performance.now();
    const turns = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 0);
    const result = await readHarStream(asynchronous(largeFile(20_000)), {
      ...OPTIONS,
      totalBytes: 17_000_000,
      onProgress: (progress) => seen.push(progress),
      keep: () => false,
    });
    clearInterval(turns);
    expect(result).toMatchObject({ ok: true, total: 20_000, exchanges: [] });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toMatchObject({ totalBytes: 17_000_000, entries: 20_000 });
    const bytes = seen.map(({ bytesRead }) => bytesRead);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
    expect(longest).toBeLessThan(500);
  });

  it('reading can be cancelled', async () => {
    const cancel = new AbortController();
    let entries = 0;
    const reading = readHarStream(asynchronous(largeFile(50_000)), {
      ...OPTIONS,
      signal: cancel.signal,
      onProgress(progress) {
        entries = progress.entries;
        cancel.abort();
      },
    });
    await expect(reading).rejects.toThrow(/aborted/);
    expect(entries).toBeLessThan(50_000);
  });

  it.each([
    ['plain', BYTES],
    ['compressed', gzipSync(BYTES)],
  ])('reading can be cancelled when its source stalls: %s', async (_, bytes) => {
    const cancel = new AbortController();
    const silent = (async function* () {
      yield bytes.subarray(0, 300);
      setTimeout(() => cancel.abort(), 0);
      await new Promise(() => undefined);
    })();
    const reading = readHarStream(silent, { ...OPTIONS, signal: cancel.signal });
    await expect(reading).rejects.toThrow(/aborted/);
  });

  it('reading does not begin when it was cancelled before', async () => {
    const signal = AbortSignal.abort();
    await expect(readHarStream(pieces(BYTES, 10), { ...OPTIONS, signal })).rejects.toBe(
      signal.reason,
    );
  });
});
