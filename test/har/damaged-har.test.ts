import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import { harOf, tokenEntry } from './files.ts';
import { read, readOk } from './reading.ts';

describe('a damaged HAR', () => {
  it('gives the entries before the cut and says where it ends', () => {
    const text = JSON.stringify(harOf([tokenEntry(0), tokenEntry(1), tokenEntry(2)]), null, 2);
    const cut = text.slice(0, text.indexOf('n=2'));
    const lines = cut.split('\n');
    const where = `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
    const result = readOk(cut);
    expect(result.exchanges).toHaveLength(2);
    expect(result.gaps).toEqual([
      {
        kind: 'truncated-file',
        text: `app.har ends at ${where}, after 2 whole entries: the rest is cut off.`,
        at: null,
      },
    ]);
  });

  it('names the place when it ends before its first entry', () => {
    expect(read('{\n  "log": {\n    "ver')).toEqual({
      ok: false,
      message: 'app.har is cut off: it ends at line 3, column 9, before its first entry',
      at: { line: 3, column: 9 },
    });
  });

  it('skips an entry that is not JSON', () => {
    const text = JSON.stringify(harOf([tokenEntry(0), tokenEntry(1)])).replace('"OK"', 'OK');
    expect(readOk(text)).toMatchObject({
      exchanges: [{ id: '2:1' }],
      gaps: [
        {
          kind: 'unread-entry',
          text: '1 of 2 entries of app.har could not be read: entries[0] is not valid JSON.',
        },
      ],
      warnings: ['entries[0] is not valid JSON: skipped'],
    });
  });

  it('says that what it skips may be part of a login', () => {
    const entries = [tokenEntry(0), tokenEntry(1), tokenEntry(2)];
    const text = JSON.stringify(harOf(entries)).replaceAll('"OK"', (word, at) =>
      at > 0 && word === '"OK"' ? 'OK' : word,
    );
    const options = { file: 'app.har', source: 2, mayMatter: (one: string) => /token/.test(one) };
    expect(readHar(text, options)).toEqual({
      ok: false,
      message: 'app.har: none of its 3 entries can be read: entries[0] is not valid JSON',
      at: null,
    });
    const relative = { ...tokenEntry(0), request: { method: 'POST', url: 'as.example.com/token' } };
    expect(readHar(JSON.stringify(harOf([relative, tokenEntry(1)])), options)).toMatchObject({
      gaps: [
        {
          kind: 'unread-message',
          text: '1 of 2 entries of app.har could not be read: entries[0].request.url is not absolute. One of them may be part of a login: what seems to be missing may be there.',
        },
      ],
    });
  });

  it('reads what is JSON but for numbers, commas and comments', () => {
    const text = JSON.stringify(harOf([tokenEntry(0), tokenEntry(1)]), null, 1)
      .replace(/"time": [\d.]+/, '"time": NaN')
      .replace('"response": {', '// the answer\n"response": {');
    expect(readOk(text)).toMatchObject({ total: 2, gaps: [], warnings: [] });
    expect(readOk(text).exchanges).toHaveLength(2);
  });

  it('is read around its damage', () => {
    const text = JSON.stringify(harOf([tokenEntry()])).replace('"1.2"', '1.2.');
    expect(readOk(text)).toMatchObject({ total: 1, gaps: [], warnings: [] });
  });
});

describe('properties', () => {
  const text = JSON.stringify(harOf([tokenEntry(0), tokenEntry(1), tokenEntry(2)]), null, 1);
  const whole = readOk(text).exchanges;

  it('every truncation gives a prefix and a message', () => {
    for (let length = 0; length < text.length; length += 1) {
      const result = read(text.slice(0, length));
      if (!result.ok) {
        expect(result.message).toMatch(/^app\.har is (?:empty|cut off)/);
        continue;
      }
      expect(result.exchanges).toEqual(whole.slice(0, result.exchanges.length));
      expect(result.gaps.map(({ kind }) => kind)).toContain('truncated-file');
    }
  });

  it('it never throws, for any JSON and any text', () => {
    const entry = fc.record(
      {
        startedDateTime: fc.jsonValue(),
        time: fc.jsonValue(),
        _initiator: fc.jsonValue(),
        request: fc.record(
          {
            method: fc.oneof(fc.string(), fc.jsonValue()),
            url: fc.oneof(fc.constant('https://a.example.com/'), fc.jsonValue()),
            headers: fc.jsonValue(),
            postData: fc.oneof(fc.jsonValue(), fc.record({ params: fc.array(fc.jsonValue()) })),
          },
          { requiredKeys: [] },
        ),
        response: fc.record(
          { status: fc.jsonValue(), headers: fc.jsonValue(), content: fc.jsonValue() },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(fc.array(entry), (entries) => void read(harOf(entries))));
    fc.assert(fc.property(fc.jsonValue(), (value) => void read(value)));
    fc.assert(fc.property(fc.string(), (value) => void read(value)));
  });
});
