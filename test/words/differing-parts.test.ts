import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingParts } from '../../src/words/differing-parts.ts';

const shown = (a: string, b: string) => {
  const [left, right] = differingParts(a, b);
  return left && right ? [a.slice(...left), b.slice(...right)] : null;
};

/** Whether a text has no half of a surrogate pair. */
const isWhole = (text: string) => !/\p{Cs}/u.test(text);

describe('the part in which two texts differ', () => {
  it.each([
    ['https://a.test/cb', 'https://a.test/cb/', ['', '/']],
    ['https://a.test/cb', 'http://a.test/cb', ['s', '']],
    ['abcd1efgh', 'abcd2efgh', ['1', '2']],
  ])('of %s and %s stands between what is equal', (a, b, parts) => {
    expect(shown(a, b)).toEqual(parts);
  });

  it('is not marked in equal texts, nor in those with nothing in common', () => {
    expect(differingParts('same', 'same')).toEqual([]);
    expect(differingParts('q1w2e3', 'ztzuzi')).toEqual([]);
  });

  it('is the other one in its place, and cuts no character', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, text, (start, a, b, end) => {
        const [one, other] = [`${start}${a}${end}`, `${start}${b}${end}`];
        const [left, right] = differingParts(one, other);
        if (!left || !right) return;
        expect(one.slice(0, left[0]) + other.slice(...right) + one.slice(left[1])).toBe(other);
        if (isWhole(one) && isWhole(other)) {
          expect(isWhole(one.slice(...left))).toBe(true);
        }
      }),
    );
  });
});
