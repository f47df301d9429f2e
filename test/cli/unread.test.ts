import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { formats } from '../../src/report/all-formats.ts';
import { analyze, fixture } from './command.ts';

vi.setConfig({ testTimeout: 30_000 });

// The first run builds the program.
beforeAll(async () => {
  await analyze(['--help']);
}, 60_000);

const clean = readFileSync(fixture('clean-login.har'), 'utf8');
const TOKEN = 'https://as.example.com/token';

describe('a token request that cannot be read', () => {
  const skipped = clean.replace(TOKEN, 'as.example.com/token');

  test('is no back channel, and the exit code is 1', async () => {
    const { code, out } = await analyze(['-', '--format', 'json'], skipped);
    expect(code).toBe(1);
    const { gaps, flows } = JSON.parse(out);
    expect(gaps.map(({ kind }: { kind: string }) => kind)).toEqual(['unread-message']);
    expect(flows[0].verdict.text).not.toMatch(/back.?end|back.?channel/i);
    expect(flows[0].verdict.text).toMatch(/cannot be read/);
  });

  test.each([...formats.keys()])('is told in the format %s', async (format) => {
    const { code, out } = await analyze(['-', '--format', format], skipped);
    expect(code).toBe(1);
    expect(out).toMatch(/entries of standard input could not be read.*url is not absolute/);
  });
});

test('an entry that has nothing to do with OAuth changes the gaps, not the exit code', async () => {
  const entry = '{"request":{"method":"GET","url":"/logo.png"},"response":{}},';
  const more = clean.replace(/("entries":\s*\[)/, (start) => start + entry);
  const { code, out } = await analyze(['-', '--format', 'json'], more);
  expect(code).toBe(0);
  expect(JSON.parse(out).gaps).toMatchObject([{ kind: 'unread-entry' }]);
});

test('a file whose entries all cannot be read: exit code 2', async () => {
  const none = clean.replaceAll(/"url":\s*"https:/g, '"url":"');
  const { code, out, err } = await analyze(['-'], none);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/none of its 3 entries can be read: entries\[0\]\.request\.url is not/);
});

describe('what programs write although it is no JSON or no HTTP', () => {
  test.each([
    ['NaN', (har: string) => har.replace(/"time":\s*[\d.]+/g, '"time":NaN')],
    ['Infinity', (har: string) => har.replace(/"time":\s*[\d.]+/g, '"time":Infinity')],
    ['commas', (har: string) => har.replace(/("request":\s*\{)/g, '"tags":[1,],$1')],
    ['comments', (har: string) => har.replace(/("request":\s*\{)/g, '/* sent */ $1')],
    ['a method in lower case', (har: string) => har.replaceAll('"POST"', '"post"')],
  ])('%s', async (_, change) => {
    const changed = change(clean);
    expect(changed).not.toBe(clean);
    const { code, out } = await analyze(['-', '--format', 'json'], changed);
    expect(code).toBe(0);
    const { flows, gaps } = JSON.parse(out);
    expect(flows.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['succeeded']);
    expect(gaps).toEqual([]);
  });
});
