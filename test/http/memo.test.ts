import { expect, it, vi } from 'vitest';
import { memoised } from '../../src/http/memo.ts';

it('computes once for each object, also if the result is null', () => {
  const compute = vi.fn(({ value }: { value: string | null }) => value);
  const memo = memoised(compute);
  const [one, same, none] = [{ value: 'a' }, { value: 'a' }, { value: null }];
  expect([one, same, none, one, same, none].map(memo)).toEqual(['a', 'a', null, 'a', 'a', null]);
  expect(compute.mock.calls).toEqual([[one], [same], [none]]);
});

it('computes again after a failure', () => {
  const compute = vi
    .fn(() => 'found')
    .mockImplementationOnce(() => {
      throw new Error('defect');
    });
  const memo = memoised(compute);
  const key = {};
  expect(() => memo(key)).toThrow('defect');
  expect(memo(key)).toBe('found');
});
