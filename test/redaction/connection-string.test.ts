import { expect, test } from 'vitest';
import { collectRecording } from '../../src/redaction/collect-recording.ts';
import { toldBy } from '../../src/redaction/words-of-text.ts';
import { error, page } from './plants.ts';

const EVERY = 'vE7jOJ+/= &%"\'<>\\é€😀i6-pgVCu';
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

/** The values that a recording with this text has. */
const collected = (text: string): readonly string[] => [
  ...collectRecording([error(text)], {}).secrets.keys(),
];

test.each([
  ['ADO.NET', `Server=db1;Database=app;User Id=svc;Password=${EVERY};`, EVERY],
  ['the first setting', `Password=${EVERY};Server=db1`, EVERY],
  ['the last setting', 'Server=db1;User Id=svc;Password=a&b(c){d}"e', 'a&b(c){d}"e'],
  ['double quotes', 'Server=db1;Password="a;b ""c""";Encrypt=true', 'a;b "c"'],
  ['single quotes', "Server=db1;Password='a;b ''c''';Encrypt=true", "a;b 'c'"],
  ['ODBC', 'Driver={SQL Server};Uid=svc;Pwd={a;b }}c};', 'a;b }c'],
  ['JDBC', 'jdbc:sqlserver://db1;user=svc;password=a b&c;encrypt=true', 'a b&c'],
])('a password in a connection string: %s', (_, text, password) => {
  expect(collected(`Cannot connect: ${text}`)).toContain(password);
});

test('a page that shows a connection string', () => {
  const shown = `<pre>SqlException: Server=db1;Password=${escaped(EVERY)};</pre>`;
  const { secrets } = collectRecording([page(shown, 500)], {});
  expect([...secrets.keys()]).toContain(EVERY);
});

test.each([
  'Use Password=abc123! and try again; thank you',
  'https://app.example.com/home;jsessionid=abc123!?tab=1',
])('%s has no connection string', (text) => {
  const values = [...toldBy(text)].map(({ value }) => value);
  expect(values.every((value) => /^abc123!/.test(value) && !/ /.test(value))).toBe(true);
});

test('texts that are made to be slow are read in bounded time', () => {
  const started = performance.now();
  for (const text of [
    'a=1;password=',
    'password=;',
    'password="";"',
    'password={}}',
    'pwd=a=b ;',
  ]) {
    Array.from(toldBy(text.repeat(5_000)));
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});
