import { expect, it } from 'vitest';
import { parseLenient } from '../../src/har/lenient-json.ts';

it.each([
  ['{"time": NaN}', { time: null }],
  ['{"time": -Infinity, "a": [Infinity]}', { time: null, a: [null] }],
  ['{"a": undefined}', { a: null }],
  ['{"a": [1, 2, ], }', { a: [1, 2] }],
  ['{"a": 1, // the first\n "b": 2 /* the last */, /* none */ }', { a: 1, b: 2 }],
  ['{"a": "NaN, } // no /* comment \\" ,]"}', { a: 'NaN, } // no /* comment " ,]' }],
])('%s', (text, value) => {
  expect(parseLenient(text)).toEqual(value);
});

it.each(['{"a": nothing}', '{"a": "open', '', '{"a": 1'])('refuses %s', (text) => {
  expect(parseLenient(text)).toBeUndefined();
});
