import { expect, test } from 'vitest';
import { matchesIn } from '../../src/http/matches.ts';

test.each([
  ['nothing', 'no digits'],
  ['one match', 'a1'],
  ['many matches', '1 22 a333'],
])('finds what matchAll finds: %s', (_, text) => {
  const pattern = /\d+/g;
  const found = [...matchesIn(text, pattern)].map(({ 0: match, index }) => [match, index]);
  expect(found).toEqual([...text.matchAll(pattern)].map(({ 0: match, index }) => [match, index]));
});

test('leaves the expression as it was', () => {
  const pattern = /\d+/g;
  expect([...matchesIn('1 2', pattern)]).toHaveLength(2);
  expect(pattern.lastIndex).toBe(0);
  expect([...matchesIn('1 2', pattern)]).toHaveLength(2);
});
