import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotePosix } from '../../src/commands/quote-posix.ts';
import { posixWords } from './posix-words.ts';

describe('quotePosix', () => {
  it.each([
    ['nothing', '', "''"],
    ['plain text', 'a b', "'a b'"],
    ['a single quote', "it's", "'it'\\''s'"],
    ['a bang', '!!', "'!!'"],
    ['a bang on a later line', 'a\n!b', "'a\n'\"$(printf '\\041')\"'b'"],
    ['a caret on a later line', 'a\n^b', "'a\n'\"$(printf '\\136')\"'b'"],
    ['an escape sequence', 'a\u001B[201~', "'a'\"$(printf '\\033')\"'[201~'"],
    ['a carriage return', '\r\n', "\"$(printf '\\015')\"'\n'"],
    ['a right-to-left override', '\u202E', '"$(printf \'\\342\\200\\256\')"'],
    ['a control of the upper half', '\u009B', '"$(printf \'\\302\\233\')"'],
    ['an unpaired surrogate', 'a\uD800', "'a\uFFFD'"],
    ['NUL', 'a\0', "'a\uFFFD'"],
  ])('writes %s', (_sentence, value, expected) => {
    expect(quotePosix(value)).toBe(expected);
  });

  it('gives text that a shell reads as one word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const stored = value.replaceAll('\0', '\uFFFD');
        expect(posixWords(quotePosix(value))).toEqual([stored]);
      }),
    );
  });

  it('shows a terminal no control character but the line feed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(quotePosix(value)).not.toMatch(
          /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/,
        );
      }),
    );
  });
});
