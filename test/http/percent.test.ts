import fc from 'fast-check';
import { expect, it } from 'vitest';
import { percentDecoded, percentNormalized } from '../../src/http/percent.ts';

it.each([
  ['a%20b%C3%A9', 'a bé'],
  ['100%', '100%'],
  ['%41%zz%4', 'A%zz%4'],
  ['%E4&+=%26', '\uFFFD&+=&'],
  ['a+b', 'a+b'],
  ['a%2B%"é€😀', 'a+%"é€😀'],
  ['\uD800%41%', '\uD800A%'],
])('reads %j as %j', (text, decoded) => {
  expect(percentDecoded(text)).toBe(decoded);
});

it('reads back what is percent-encoded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(percentDecoded(encodeURIComponent(text))).toBe(text);
    }),
  );
});

it.each([
  ['https://app.example.com/%7ekim/cb', 'https://app.example.com/~kim/cb'],
  ['https://app.example.com/a%2fb', 'https://app.example.com/a%2Fb'],
  ['https://app.example.com/100%', 'https://app.example.com/100%'],
])('normalizes %s to %s', (uri, normalized) => {
  expect(percentNormalized(uri)).toBe(normalized);
});
