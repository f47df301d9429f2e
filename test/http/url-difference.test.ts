import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urlDifferences } from '../../src/http/url-difference.ts';

const CALLBACK = 'https://client.example.com/cb?tenant=1';

describe('urlDifferences', () => {
  it.each([
    ['nothing', CALLBACK, []],
    ['the scheme', 'http://client.example.com/cb?tenant=1', ['scheme']],
    ['the host', 'https://www.client.example.com/cb?tenant=1', ['host']],
    ['the port', 'https://client.example.com:8443/cb?tenant=1', ['port']],
    [
      'a slash at the end of the path',
      'https://client.example.com/cb/?tenant=1',
      ['trailing slash'],
    ],
    ['the case of the path', 'https://client.example.com/CB?tenant=1', ['upper and lower case']],
    ['the path', 'https://client.example.com/callback?tenant=1', ['path']],
    ['the query', 'https://client.example.com/cb?tenant=2', ['query']],
    ['two things', 'http://client.example.com/cb', ['scheme', 'query']],
    [
      'only the spelling of the host',
      'https://CLIENT.example.com/cb?tenant=1',
      ['upper and lower case'],
    ],
    ['what is no URL', 'client.example.com/cb', ['encoding']],
  ])('names %s', (_, other, parts) => {
    expect(urlDifferences(CALLBACK, other)).toEqual(parts);
  });

  it('sees the slash that parsing adds', () => {
    expect(urlDifferences('https://client.example.com', 'https://client.example.com/')).toEqual([
      'trailing slash',
    ]);
  });

  it('never throws, and is empty for equal strings only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(urlDifferences(one, other).length === 0).toBe(one === other);
      }),
    );
  });
});
