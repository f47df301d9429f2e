import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../../src/oauth/values/json-fault.ts';

describe('the fault in text that is no JSON', () => {
  it.each([
    ['{"a":1,}', 7, 'there is a comma with nothing after it'],
    ['[1,]', 3, 'there is a comma with nothing after it'],
    ['{"a":1 "b":2}', 7, 'a comma is missing'],
    ['{"a" 1}', 5, 'a ":" is missing'],
    ['{"a":}', 5, 'a value is missing'],
    ["{'a':1}", 1, 'there are single quotes, and JSON has double ones'],
    ['{a:1}', 1, 'a name in double quotes is missing'],
    ['{"a":1', 6, 'the text ends too early'],
    ['{"a":"b', 5, 'a string does not end, or has a character in it that has to be escaped'],
    ['{"a":"b\nc"}', 5, 'a string does not end, or has a character in it that has to be escaped'],
    ['{"a":undefined}', 5, 'there is a word that JSON does not know'],
    ['{"a":1 // one\n}', 7, 'there is a comment'],
    ['{"a":1}{"b":2}', 7, 'there is more text after the object'],
    ['{"a":1}]', 7, 'there is more text after the object'],
    ['{"a":[1}', 7, 'a comma is missing'],
  ])('of %s', (text, at, what) => {
    expect(jsonFault(text)).toEqual({ at, what });
  });

  it.each(['{"a":[1,-2.5e3,true,null,{"b":"\\u00e9\\n"}], "c" : {} }', '[]', ' "text" ', '0'])(
    'is none in %s',
    (text) => {
      expect(JSON.parse(text)).toBeDefined();
      expect(jsonFault(text)).toBeNull();
    },
  );

  it('is found in deep and long text in a linear time', () => {
    expect(jsonFault('['.repeat(200_000))?.what).toBe('the text ends too early');
    expect(jsonFault(`[${'1,'.repeat(200_000)}]`)?.at).toBe(400_001);
  });
});
