import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import { readHarStream } from '../../src/har/read-har-stream.ts';
import { pieces, utf8 } from './encoded.ts';
import { CHROMIUM, FIREFOX, harOf, tokenEntry } from './files.ts';

const OPTIONS = { file: 'app.har', source: 0 };
const TOKENS = (...numbers: readonly number[]) => numbers.map((number) => tokenEntry(number));
const ONE = JSON.stringify(harOf(TOKENS(0, 1)), null, 1);
const TWO = JSON.stringify(harOf(TOKENS(2), FIREFOX));

function read(text: string) {
  const result = readHar(text, OPTIONS);
  if (!result.ok) throw new Error(result.message);
  return { ...result, ids: result.exchanges.map(({ id }) => id) };
}

describe('several documents in one file', () => {
  it.each(['', '\n', ',\n', '\uFEFF', '\u001E'])(
    'joined by %j, are one after another',
    (between) => {
      const { ids, recorder, warnings, gaps, exchanges } = read(`${ONE}${between}${TWO}`);
      expect(ids).toEqual(['0:0', '0:1', '0:2']);
      expect(recorder).toBe('Chromium DevTools and Firefox 153.7.0');
      expect(exchanges.map(({ delivered }) => delivered)).toEqual([true, true, null]);
      expect(warnings).toEqual([
        expect.stringMatching(/^another HAR begins at line \d+, column \d+/),
      ]);
      expect(gaps).toEqual([]);
    },
  );

  it('may be elements of a list', () => {
    expect(read(`[${ONE},${TWO}]`).ids).toEqual(['0:0', '0:1', '0:2']);
  });

  it('name the damaged one', () => {
    const second = JSON.stringify(harOf([null, tokenEntry(2)]));
    expect(read(`${ONE}\n${second}`).warnings).toContain(
      'document 2, entries[0] is not an object: skipped',
    );
  });

  it('may be cut off in the second', () => {
    const { ids, gaps } = read(`${ONE}\n${TWO.slice(0, -20)}`);
    expect(ids).toEqual(['0:0', '0:1']);
    expect(gaps[0]?.text).toMatch(/^app\.har ends at line .* after 2 whole entries/);
  });

  it('are each sanitized or not', () => {
    const bare = { ...tokenEntry(2), request: { method: 'GET', url: 'https://a.example.com/' } };
    const { gaps, exchanges } = read(`${ONE}\n${JSON.stringify(harOf([bare]))}`);
    expect(gaps.map(({ kind }) => kind)).toEqual(['sanitized-file']);
    expect(exchanges.map(({ request }) => request.headersComplete)).toEqual([true, true, false]);
  });
});

describe('entries without a HAR around them', () => {
  const [first, second] = TOKENS(0, 1).map((entry) => JSON.stringify(entry));

  it.each([
    ['in lines', `${first}\n${second}\n`],
    ['in a list', `[${first},${second}]`],
    [
      "in the lines of Playwright's trace",
      `{"type":"resource-snapshot","snapshot":${first}}\n{"type":"other"}\n{"snapshot":${second}}`,
    ],
  ])('%s', (_, text) => {
    const { ids, recorder, gaps, warnings } = read(text);
    expect({ ids, recorder, gaps, warnings }).toEqual({
      ids: ['0:0', '0:1'],
      recorder: 'Chromium DevTools',
      gaps: [],
      warnings: [],
    });
  });

  it('may be cut off', () => {
    const { ids, gaps } = read(`${first}\n${second?.slice(0, 100)}`);
    expect(ids).toEqual(['0:0']);
    expect(gaps.map(({ kind }) => kind)).toEqual(['truncated-file']);
  });
});

describe('a document', () => {
  it.each([
    ['text behind it', `${ONE}\nuploaded by ana`, 'line 91, column 1'],
    ['zeros behind it', `${ONE}\0\0\0`, 'line 90, column 2'],
    ['text before it', `onInputData(${TWO})`, 'line 1, column 1'],
  ])('may have %s', (_, text, place) => {
    const { ids, warnings, gaps } = read(text);
    expect(ids.length).toBeGreaterThan(0);
    expect(gaps).toEqual([]);
    expect(warnings).toEqual([`the text at ${place} is not JSON: skipped`]);
  });

  it('may have its entries twice, and its creator last', () => {
    const [first, second] = TOKENS(0, 1).map((entry) => JSON.stringify(entry));
    const { ids, exchanges, recorder } = read(
      `{"log":{"entries":[${first}],"entries":[${second}],"creator":${JSON.stringify(FIREFOX)}}}`,
    );
    expect(ids).toEqual(['0:0', '0:1']);
    expect(recorder).toBe('Firefox 153.7.0');
    expect(exchanges.map(({ delivered }) => delivered)).toEqual([null, null]);
  });

  it('gives the same exchanges with its creator before or after its entries', () => {
    for (const creator of [CHROMIUM, FIREFOX, { name: 'Insomnia REST Client', version: '9' }]) {
      const { log } = harOf(TOKENS(0, 1, 2), creator) as {
        log: { creator: object; entries: object };
      };
      const late = JSON.stringify({ log: { entries: log.entries, creator: log.creator } });
      const keep = ({ request }: { request: { url: string } }) => !request.url.endsWith('n=1');
      expect(readHar(late, { ...OPTIONS, keep })).toEqual(
        readHar(JSON.stringify({ log }), { ...OPTIONS, keep }),
      );
    }
  });

  it('may be compressed as mitmproxy does it', async () => {
    expect(await readHarStream(pieces(deflateSync(utf8(ONE)), 100), OPTIONS)).toEqual(
      readHar(ONE, OPTIONS),
    );
  });
});
