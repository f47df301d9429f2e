import { expect, it } from 'vitest';
import safari from '../../../src/har/dialects/safari.ts';
import { UNKNOWN_PROGRAM } from '../../../src/har/unknown-program.ts';
import { convert, entry } from '../entries.ts';

it('writes size 0 for a body that it dropped', () => {
  const value = entry({ response: { content: { size: 0 } } });
  expect(convert(value, safari).response?.body).toEqual({ unknown: 'stripped' });
  expect(convert(value, UNKNOWN_PROGRAM).response?.body).toEqual({ text: '' });
});

it('names the cache', () => {
  const fromCache = (_fetchType: string) => convert(entry({ _fetchType }), safari).fromCache;
  expect(['Memory Cache', 'Disk Cache', 'Network Load'].map(fromCache)).toEqual([
    true,
    true,
    false,
  ]);
});
