import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import { readHarStream } from '../../src/har/read-har-stream.ts';
import { pieces, utf8 } from './encoded.ts';
import { harOf, tokenEntry } from './files.ts';
import { streamedZipOf, zipOf } from './zipped.ts';

const OPTIONS = { file: 'app.har', source: 0 };
const TEXT = JSON.stringify(harOf([tokenEntry(0), tokenEntry(1), tokenEntry(2)]));
const WHOLE = readHar(TEXT, OPTIONS);
const TRACE = [0, 1].map((n) => JSON.stringify({ snapshot: tokenEntry(n) })).join('\n');

describe('a packed HAR gives what the plain one gives', () => {
  it.each([
    ['twice in gzip', gzipSync(gzipSync(TEXT))],
    ['in zlib in gzip', gzipSync(deflateSync(TEXT))],
    ['in a ZIP archive', zipOf({ 'app.har': TEXT })],
    [
      'in an archive with other files',
      zipOf({ 'a.png': 'PK', 'logs/app.har': TEXT, 'b.txt': '{' }),
    ],
    ['as JSON in an archive', zipOf({ 'network.json': TEXT })],
    [
      'in an archive from macOS',
      zipOf({ 'app.har': TEXT, '__MACOSX/._app.har': '\0\u0005\u0016\u0007' }),
    ],
    [
      'in an archive that was streamed',
      streamedZipOf({ 'a.txt': 'PK\u0007\u0008', 'app.har': TEXT }),
    ],
    ['in an archive in gzip', gzipSync(zipOf({ 'app.har': TEXT }))],
    ['as gzip in an archive', zipOf({ 'app.har.gz': new Uint8Array(gzipSync(TEXT)) })],
    [
      'in an archive with bodies of Playwright',
      zipOf({ 'har.har': TEXT, [`${'0'.repeat(40)}.json`]: '{"entries":[1]}' }),
    ],
  ])('%s', async (_, bytes) => {
    const sizes = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2_000 }));
    const same = async (size: number) => {
      expect(await readHarStream(pieces(bytes, size), OPTIONS)).toEqual(WHOLE);
    };
    await fc.assert(fc.asyncProperty(sizes, same), { numRuns: 8, examples: [[1], [9_999]] });
  });

  it('all HARs of an archive are one recording', async () => {
    const archive = zipOf({ 'a.har': TEXT, 'b.har': JSON.stringify(harOf([tokenEntry(9)])) });
    expect(await readHarStream(pieces(archive, 100), OPTIONS)).toMatchObject({
      ok: true,
      total: 4,
    });
  });

  it('the trace of Playwright, packed', async () => {
    const trace = zipOf({
      'trace.trace': '{}',
      'trace.network': TRACE,
      'resources/a.json': '{"entries":[]}',
    });
    expect(await readHarStream(pieces(trace, 100), OPTIONS)).toMatchObject({
      ok: true,
      total: 2,
      warnings: [],
    });
  });

  it('an archive that is cut off gives its beginning', async () => {
    const archive = streamedZipOf({ 'app.har': TEXT });
    for (let end = 0; end < archive.length; end += 7) {
      const result = await readHarStream(pieces(archive.subarray(0, end), 50), OPTIONS);
      if (!result.ok)
        expect(result.message).toMatch(/empty|binary|archive|compressed|cut off|not JSON/);
      else if (result.total < 3) expect(result.gaps).toMatchObject([{ kind: 'truncated-file' }]);
    }
  });
});

describe('what nothing here can unpack is refused by name', () => {
  it.each([
    ['7z', 'a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
    ['zst', 'compressed with Zstandard (zstd)', [0x28, 0xb5, 0x2f, 0xfd, 0, 0]],
    ['xz', 'compressed with xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
    ['bz2', 'compressed with bzip2', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41]],
    ['rar', 'a RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 1, 0]],
    ['br', 'compressed with brotli', [0x8b, 0x0f, 0x80, 0x7b, 0x22]],
  ])('%s', async (ending, name, bytes) => {
    const options = { file: `app.har.${ending}`, source: 0 };
    expect(await readHarStream(pieces(Uint8Array.from(bytes), 2), options)).toEqual({
      ok: false,
      message: `app.har.${ending} is ${name}: unpack it first`,
      at: null,
    });
  });

  it('a plain HAR may have such a name', async () => {
    const options = { ...OPTIONS, file: 'app.har.br' };
    expect(await readHarStream(pieces(utf8(TEXT), 100), options)).toEqual(WHOLE);
  });

  it('an archive without a HAR says what it holds', async () => {
    const archive = zipOf({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c', 'd.txt': 'd' });
    expect(await readHarStream(pieces(archive, 50), { ...OPTIONS, file: 'a.zip' })).toMatchObject({
      message:
        'a.zip is an archive without a HAR that can be read: it holds a.txt, b.txt, c.txt and 1 more',
    });
  });

  it('another way to unpack can be given', async () => {
    async function* unpack(chunks: AsyncIterable<Uint8Array>) {
      for await (const _ of chunks);
      yield utf8(TEXT);
    }
    const zstandard = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0);
    const options = { ...OPTIONS, moreWays: { zstandard: unpack } };
    expect(await readHarStream(pieces(zstandard, 3), options)).toEqual(WHOLE);
  });
});
