import fc from 'fast-check';
import { expect, it } from 'vitest';
import { percentDecoded } from '../../src/http/percent.ts';

it.each([
  ['a%20b%C3%A9', 'a bé'],
  ['100%', '100%'],
  ['%41%zz%4', 'A%zz%4'],
  ['%E4&+=%26', '\uFFFD&+=&'],
  ['a+b', 'a+b'],
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
