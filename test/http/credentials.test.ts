import { expect, it } from 'vitest';
import { splitCredentials } from '../../src/http/credentials.ts';

it.each([
  ['Bearer abc', 'Bearer ', 'abc'],
  ['DPoP \t abc', 'DPoP \t ', 'abc'],
  ['Hawk id="x", mac="y"', 'Hawk ', 'id="x", mac="y"'],
  ['2YotnFZFEjr1zCsicMWpAA', '', '2YotnFZFEjr1zCsicMWpAA'],
  ['"a b"', '', '"a b"'],
  ['Bearer ', '', 'Bearer '],
])('splits %j', (value, scheme, credentials) => {
  expect(splitCredentials(value)).toEqual({ scheme, credentials });
});
