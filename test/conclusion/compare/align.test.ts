import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, type Pair } from '../../../src/conclusion/compare/align.ts';

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
const words = (pairs: readonly Pair[]) => pairs.map(({ a, b }) => `${a ?? '-'} ${b ?? '-'}`);

describe('the alignment', () => {
  it.each([
    ['abc', 'abc', ['0 0', '1 1', '2 2']],
    ['abc', 'ac', ['0 0', '1 -', '2 1']],
    ['ac', 'abc', ['0 0', '- 1', '1 2']],
    ['aab', 'ab', ['0 0', '1 -', '2 1']],
    ['', 'ab', ['- 0', '- 1']],
  ])('of %s and %s', (a, b, pairs) => {
    expect(words(align([...a], [...b]))).toEqual(pairs);
  });

  it('has every place once, in the order of both lists', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const pairs = align(a, b);
        expect(pairs.flatMap((pair) => pair.a ?? [])).toEqual(a.map((_, index) => index));
        expect(pairs.flatMap((pair) => pair.b ?? [])).toEqual(b.map((_, index) => index));
        for (const pair of pairs) {
          if (pair.a !== null && pair.b !== null) expect(a[pair.a]).toBe(b[pair.b]);
        }
      }),
    );
  });

  it('takes no longer for many than for few', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => `x${index % 7}`);
    const before = performance.now();
    expect(align(many, many.toReversed()).length).toBeGreaterThanOrEqual(many.length);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});
