import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberSet } from '../../src/redaction/number-set.ts';

const numbers = fc.oneof(fc.nat(40), fc.nat(0xffffffff), fc.constantFrom(0, 0xffffffff));

test('a set of numbers holds what was added and nothing else', () => {
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 3_000 }), fc.array(numbers), (added, asked) => {
      const set = new NumberSet();
      const expected = new Set<number>();
      for (const number of added) {
        set.add(number);
        expected.add(number);
      }
      expect(set.size).toBe(expected.size);
      const all: number[] = [];
      set.forEach((number) => void all.push(number));
      expect(new Set(all)).toEqual(expected);
      for (const number of [...added, ...asked]) expect(set.has(number)).toBe(expected.has(number));
    }),
  );
});
