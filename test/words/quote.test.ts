import { expect, it } from 'vitest';
import { cutAtWord, quote } from '../../src/words/quote.ts';

it.each([
  ['a short value', 'a short value'],
  ['the code was used before', 'the code was…'],
  ['abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmno…'],
  ['the\u0000code\n', 'the code '],
])('quotes %j, shortened at a word', (value, expected) => {
  expect(quote(value, 15)).toBe(`"${expected}"`);
});

it('keeps a long text up to the last word before the limit', () => {
  const text = 'The authorization code was issued to another client of this tenant.';
  expect(cutAtWord(text, 50)).toBe('The authorization code was issued to another');
  expect(cutAtWord(text, 500)).toBe(text);
});
