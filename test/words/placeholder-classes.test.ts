import { expect, it } from 'vitest';
import {
  classCounts,
  givesAccess,
  placeholderClasses,
} from '../../src/words/placeholder-classes.ts';

it('counts what was replaced by class, what gives access first', () => {
  expect(classCounts(['host', 'secret', 'personal', 'secret', 'one-time'])).toEqual([
    '2 secrets',
    '1 one-time value',
    '1 personal value',
    '1 host name',
  ]);
  expect(classCounts([])).toEqual([]);
});

it('knows which classes give access', () => {
  expect(placeholderClasses.filter(givesAccess)).toEqual(['secret', 'one-time']);
});
