import { describe, expect, it } from 'vitest';
import { findScenario } from '../playground/scenarios.ts';
import { readHar } from '../src/har/read-har.ts';
import { snapshotOf } from './helpers/analyse.ts';
import { captures, exchangesIn, exportsOf, textOf } from './helpers/captures.ts';
import { PROGRAMS } from './helpers/sanitizer-programs.ts';
import { SANITIZERS, sanitized } from './helpers/sanitizers.ts';

function accusations(text: string, path: string) {
  const { flows, outside } = snapshotOf(exchangesIn(text, path));
  return [...flows.flatMap(({ findings }) => findings), ...outside.map(({ finding }) => finding)]
    .filter(({ severity }) => severity !== 'info')
    .map(({ check, observed }) => ({ check, text: `${path}: ${check}: ${observed}` }));
}

const clean = exportsOf('playground').filter(
  ({ name, path }) =>
    findScenario(name)?.expected.outcome === 'succeeded' &&
    accusations(textOf(path), path).length === 0,
);

describe('a clean recording whose values were replaced accuses nobody', () => {
  it.each(Object.keys(SANITIZERS))(
    '%s',
    (name) => {
      const sanitize = SANITIZERS[name] ?? (() => '');
      const found = clean.flatMap(({ path }) =>
        accusations(sanitized(textOf(path), sanitize), path),
      );
      expect(found.map(({ text }) => text)).toEqual([]);
    },
    60_000,
  );
});

/** What is true of a recording of which less is known: no token was sent after the redirect. */
const STILL_TRUE = new Set(['chromium/api-moved.har: api-401-no-token']);

describe('a recording that went through a sanitizer has no finding that it had not before', () => {
  const programs = Object.entries(PROGRAMS);

  it.each(programs.map(([name], index) => [name, index] as const))(
    '%s',
    (name, index) => {
      const program = PROGRAMS[name];
      // Each program gets every third capture, and each capture two programs.
      const some = captures.filter((_, nth) => nth % 3 === index % 3);
      const found = some.flatMap(({ path }) => {
        const text = program?.(textOf(path)) ?? null;
        if (text === null) return [];
        const known = new Set(accusations(textOf(path), path).map(({ check }) => check));
        return accusations(text, path).filter(
          ({ check }) => !known.has(check) && !STILL_TRUE.has(`${path}: ${check}`),
        );
      });
      expect(found.map(({ text }) => text)).toEqual([]);
    },
    120_000,
  );
});

describe('the sanitizer of a file is named', () => {
  it.each([
    ['the sanitizer of Cloudflare', 'the HAR sanitizer of Cloudflare or Google'],
    ['the sanitizer of Google', 'the HAR sanitizer of Cloudflare or Google'],
    ['har-sanitizer with hashes', 'the program har-sanitizer'],
    ['har-sanitizer with one word', 'the program har-sanitizer'],
  ])('%s', (name, told) => {
    const text = PROGRAMS[name]?.(textOf('chromium/clean.har')) ?? '';
    const read = readHar(text, { file: 'a.har', source: 0 });
    const gaps = read.ok ? read.gaps : [];
    expect(gaps.map(({ kind, text: said }) => [kind, said.split('. ')[0]])).toEqual([
      ['sanitized-file', `This file went through ${told}`],
    ]);
  });

  it('a file that nobody changed has no such gap', () => {
    for (const { path } of captures.slice(0, 50)) {
      const read = readHar(textOf(path), { file: path, source: 0 });
      expect(read.ok ? read.gaps : null).toEqual([]);
    }
  });
});
