import { describe, expect, test } from 'vitest';
import { realTraffic } from '../../bench/real-traffic.ts';
import { readHar } from '../../src/har/read-har.ts';
import { createTriage, mayShowOAuth } from '../../src/oauth/triage.ts';
import { exportsOf, textOf } from '../helpers/captures.ts';

/** Reads with the triage. `parsed` is the number of entries that were parsed. */
function read(text: string, byText: boolean) {
  const { relevance, wantsBody } = createTriage();
  let parsed = 0;
  const result = readHar(text, {
    file: 'a.har',
    source: 0,
    keep(exchange) {
      parsed += 1;
      return relevance(exchange) !== 'none';
    },
    wantsBody,
    ...(byText ? { mayKeep: mayShowOAuth } : {}),
  });
  return { result, parsed };
}

/** The entries again and again, so that most come after those from which the reader learns. */
function repeated(har: { log: { entries: unknown[] } }, indent?: number): string {
  const entries = Array.from({ length: 6 }, () => har.log.entries).flat();
  return JSON.stringify({ log: { ...har.log, entries } }, null, indent);
}

describe('entries that are told apart by their text change nothing', () => {
  test.each(exportsOf('playground').map(({ path }) => [path]))('%s', (path) => {
    const text = textOf(path);
    for (const indent of [undefined, 2]) {
      const har = repeated(JSON.parse(text), indent);
      expect(read(har, true).result).toEqual(read(har, false).result);
    }
  });
});

const entries = [...realTraffic(400, 0.2)];
const har = JSON.stringify({
  log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries },
});

test('most entries of a page are not parsed, and each is counted', () => {
  const [all, few] = [read(har, false), read(har, true)];
  expect(few.result).toEqual(all.result);
  expect(few.result).toMatchObject({ ok: true, total: entries.length });
  expect(few.parsed).toBeLessThan(all.parsed * 0.6);
});

test.each([
  ['an escape that hides a parameter', '/v1/items/', '/v1/items?c\\u006fde=abcdefghi&x='],
  ['a path at the end of a URL', '/v1/items/', '/token","x":"'],
  ['a token header', '"name":"accept"', '"name":"Authorization"'],
  ['a document', '"value":"empty"', '"value":"Document"'],
  ['an answer that is no success', '"status":200', '"status":401'],
])('%s is parsed', (_, plain, telling) => {
  const lines = har.split('{"_priority"');
  const changed = lines.map((line, at) => (at > 300 ? line.replace(plain, telling) : line));
  const text = changed.join('{"_priority"');
  expect(read(text, true).result).toEqual(read(text, false).result);
  expect(read(text, true).parsed).toBeGreaterThan(read(har, true).parsed);
});
