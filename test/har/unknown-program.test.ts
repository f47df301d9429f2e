import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isRecord, type Loose, parseJson } from '../../src/har/loose.ts';
import { UNKNOWN_PROGRAM } from '../../src/har/unknown-program.ts';
import { convert, entry } from './entries.ts';

const ended = (status: number, headers: readonly { name: string; value: string }[]) =>
  convert(entry({ request: { headers }, response: { status } }), UNKNOWN_PROGRAM).failure;

const from = (value: string) => ({ name: 'Origin', value });

it('takes status 0 or -1 of a call to another origin for a block of the browser', () => {
  const origin = from('https://app.example.com');
  expect(ended(0, [origin])).toEqual({ reason: 'blocked', text: 'status 0' });
  expect(ended(-1, [origin])).toEqual({ reason: 'blocked', text: 'status -1' });
});

it('knows nothing about other requests without a status', () => {
  expect(ended(0, [])).toBeNull();
  expect(ended(0, [from('https://as.example.com')])).toBeNull();
  const posted = [from('https://app.example.com'), { name: 'Sec-Fetch-Mode', value: 'navigate' }];
  expect(ended(0, posted)).toBeNull();
});

it('takes header fields without a status for a response whose status was lost', () => {
  const response = { status: 0, headers: [{ name: 'Content-Type', value: 'text/html' }] };
  expect(convert(entry({ response }), UNKNOWN_PROGRAM)).toMatchObject({
    response: { status: null, headers: response.headers },
    failure: null,
  });
});

const FOLDER = new URL('dialects/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.har'));

it.each(FILES)('no program writes fields where no response came: %s', (name) => {
  const har = parseJson(readFileSync(new URL(name, FOLDER), 'utf8')) as Loose;
  const entries = isRecord(har.log) && Array.isArray(har.log.entries) ? har.log.entries : [];
  for (const { response } of entries.filter(isRecord)) {
    if (!isRecord(response) || Number(response.status ?? 0) >= 100) continue;
    expect(response.headers ?? []).toEqual([]);
  }
});
