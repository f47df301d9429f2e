import { describe, expect, it, vi } from 'vitest';
import { MAX_BODY, MAX_ENTRY, MAX_STRING } from '../../src/har/limits.ts';
import { readHar } from '../../src/har/read-har.ts';
import { readHarStream } from '../../src/har/read-har-stream.ts';
import { pieces, utf8 } from './encoded.ts';
import { harOf, tokenEntry } from './files.ts';

const OPTIONS = { file: 'app.har', source: 0 };
const MARK = 'THE-BODY';

// Tens of millions of characters each.
vi.setConfig({ testTimeout: 60_000 });

/** A file of three entries. The second has this response body, as it is between the quotes. */
function fileWith(body: string): string {
  const answered = { ...tokenEntry(1), response: { status: 200, content: { text: MARK } } };
  return JSON.stringify(harOf([tokenEntry(0), answered, tokenEntry(2)])).replace(MARK, () => body);
}

function bodies(text: string) {
  const result = readHar(text, OPTIONS);
  if (!result.ok) throw new Error(result.message);
  return {
    ids: result.exchanges.map(({ id }) => id),
    body: result.exchanges[1]?.response?.body,
    warnings: result.warnings,
  };
}

describe('a body', () => {
  it('may have so many characters, and no more', () => {
    const long = 'a'.repeat(MAX_BODY);
    expect(bodies(fileWith(long)).body).toEqual({ text: long });
    expect(bodies(fileWith(`${long}a`)).body).toEqual({ unknown: 'too-large' });
  });

  it.each([
    ['characters', 'a'],
    ['escaped quotes', '\\"'],
    ['escaped backslashes', '\\\\'],
    ['escapes by number', '\\u0041'],
    ['escapes out of step', 'aaa\\u0041\\\\\\"'],
  ])('over the limit is lost alone: %s', (_, unit) => {
    const body = unit.repeat(Math.ceil((MAX_STRING * 1.2) / unit.length));
    for (const shift of ['', 'xxx']) {
      expect(bodies(fileWith(shift + body))).toEqual({
        ids: ['0:0', '0:1', '0:2'],
        body: { unknown: 'too-large' },
        warnings: [],
      });
    }
  });

  it('gives the same with any chunks', async () => {
    const text = fileWith('\\u0041'.repeat(MAX_STRING / 5));
    const whole = readHar(text, OPTIONS);
    for (const size of [100_003, 5_000_000]) {
      expect(await readHarStream(pieces(utf8(text), size), OPTIONS)).toEqual(whole);
    }
  });
});

it('an entry that is too large is skipped', () => {
  const many = `${'a'.repeat(1_000_000)}","_more":"`.repeat(Math.ceil(MAX_ENTRY / 1_000_000) + 1);
  expect(bodies(fileWith(many))).toMatchObject({
    ids: ['0:0', '0:2'],
    warnings: ['entries[1] is larger than 64 MiB: skipped'],
  });
});
