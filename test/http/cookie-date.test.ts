import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCookieDate } from '../../src/http/cookie-date.ts';

const AT = Date.UTC(2026, 10, 8, 6, 5, 4);

describe('the date of a cookie', () => {
  it.each([
    'Sun, 08 Nov 2026 06:05:04 GMT',
    'Sunday, 08-Nov-26 06:05:04 GMT',
    'Sun Nov  8 06:05:04 2026',
    '06:05:04 8 november 2026',
    '2026 Nov 8 6:5:4 GMT+2',
  ])('is read from %s', (text) => {
    expect(parseCookieDate(text)).toBe(AT);
  });

  it.each([
    ['08 Nov 1970 00:00:00', Date.UTC(1970, 10, 8)],
    ['08 Nov 69 00:00:00', Date.UTC(2069, 10, 8)],
  ])('has the century of %s', (text, at) => {
    expect(parseCookieDate(text)).toBe(at);
  });

  it.each([
    '',
    '0',
    'session',
    '08 Nov 2026',
    '32 Nov 2026 06:05:04',
    '08 Nov 2026 24:05:04',
    '08 Nov 1600 06:05:04',
  ])('is none in %j', (text) => {
    expect(parseCookieDate(text)).toBeNull();
  });

  it('is read from any text without an exception', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseCookieDate(text)));
  });
});
