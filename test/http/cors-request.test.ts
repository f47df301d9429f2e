import { describe, expect, it } from 'vitest';
import {
  corsUnsafeRequestHeaders,
  isCorsSafelistedContentType,
  isCrossOrigin,
  originOf,
} from '../../src/http/cors-request.ts';
import { exchange } from './exchanges.ts';

const REFERER = 'Referer: https://app.example.com/callback?x=1';

describe('originOf', () => {
  it.each([
    [
      'the Origin field',
      { request: ['origin: https://app.example.com', 'Referer: https://cdn.test/'] },
      'https://app.example.com',
    ],
    ['an opaque origin as it is', { request: ['Origin: null', REFERER] }, 'null'],
    [
      'the Referer',
      { request: [REFERER], initiator: 'https://cdn.test/lib.js' },
      'https://app.example.com',
    ],
    ['the initiator', { initiator: 'http://localhost:3000/main.js' }, 'http://localhost:3000'],
    ['nothing', {}, null],
    ['nothing in an extension', { initiator: 'moz-extension://4f2c/x.js' }, null],
    ['nothing unreadable', { request: ['Referer: about'], initiator: ':' }, null],
  ])('reads %s', (_sentence, parts, expected) => {
    expect(originOf(exchange(parts))).toBe(expected);
  });
});

describe('isCrossOrigin', () => {
  it.each([
    ['https://app.example.com:443/token', false],
    ['https://app.example.com:8443/token', true],
    ['http://app.example.com/token', true],
    ['not a url', null],
  ])('of %s is %s', (url, expected) => {
    expect(isCrossOrigin(exchange({ url, request: [REFERER] }))).toBe(expected);
  });

  it('is unknown without an origin, and true for an opaque one', () => {
    expect(isCrossOrigin(exchange({}))).toBeNull();
    expect(isCrossOrigin(exchange({ request: ['Origin: null'] }))).toBe(true);
  });
});

describe('isCorsSafelistedContentType', () => {
  it.each([
    ['application/x-www-form-urlencoded;charset=UTF-8', true],
    ['TEXT/PLAIN', true],
    ['multipart/form-data; boundary=x', true],
    ['multipart/form-data; boundary="x"', false],
    ['application/json', false],
    ['', false],
  ])('%s: %s', (value, expected) => {
    expect(isCorsSafelistedContentType(value)).toBe(expected);
  });
});

describe('corsUnsafeRequestHeaders', () => {
  it('names what the page added, not what the browser did', () => {
    const request = [
      ':authority: server.example.com',
      'Host: server.example.com',
      'User-Agent: x',
      'Accept: */*',
      'Accept-Language: de-DE,de;q=0.9',
      'Sec-Fetch-Mode: cors',
      'Cookie: a=b',
      'Cache-Control: no-cache',
      'Content-Type: application/json',
      'DPoP: e30.e30.AA',
      'Authorization: Bearer x',
      'authorization: Bearer y',
    ];
    const names = corsUnsafeRequestHeaders(exchange({ request }));
    expect(names).toEqual(['authorization', 'content-type', 'dpop']);
  });

  it.each([
    ['an unsafe byte', 'Accept: text/{html}', ['accept']],
    ['more than 128 bytes', `Accept: ${'a'.repeat(129)}`, ['accept']],
    ['a language that is none', 'Content-Language: de_DE', ['content-language']],
    ['a simple range', 'Range: bytes=0-', []],
    ['a suffix range', 'Range: bytes=-5', ['range']],
  ])('applies the value rules: %s', (_sentence, line, expected) => {
    expect(corsUnsafeRequestHeaders(exchange({ request: [line] }))).toEqual(expected);
  });

  it('holds safelisted headers unsafe when they exceed 1,024 bytes together', () => {
    const request = Array.from({ length: 9 }, () => `Accept: ${'a'.repeat(120)}`);
    expect(corsUnsafeRequestHeaders(exchange({ request }))).toEqual(['accept']);
  });
});
