import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, base64url, decodeBase64, decodeBase64url } from '../../src/http/base64.ts';

describe('base64', () => {
  it('is read back as it was written, in either alphabet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bytes = new TextEncoder().encode(text);
        expect(decodeBase64(base64(bytes))).toBe(new TextDecoder().decode(bytes));
        expect(decodeBase64url(base64url(bytes))).toBe(new TextDecoder().decode(bytes));
        expect(decodeBase64url(base64(bytes))).toBe(new TextDecoder().decode(bytes));
      }),
    );
  });

  it.each([
    ['what is not UTF-8 as Latin-1', 'w/8=', 'Ãÿ'],
    ['text without padding', 'YQ', 'a'],
    ['nothing in another alphabet', '-_-_', null],
    ['nothing in plain text', 'a.b.c', null],
  ])('reads %s', (_sentence, encoded, text) => {
    expect(decodeBase64(encoded)).toBe(text);
  });
});
