import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weakness } from '../../../src/oauth/values/randomness.ts';

/** Sixteen bytes as random as any, the same in every run. */
const bytes = (seed: number): Buffer =>
  createHash('sha256').update(`${seed}`).digest().subarray(0, 16);

describe('weakness', () => {
  it.each([
    ['xyz', 'it has 3 characters'],
    ['1767225600', 'it looks like a time'],
    ['100000042', 'it is a number'],
    ['aaaaaaaaaaaaaaaa', 'it repeats a few characters'],
    ['https://client.example.com/home', 'it is a URL or a path without a random part'],
    ['login-callback-page', 'it has no part that looks random'],
    ['loginCallbackPage', 'it has no part that looks random'],
    [btoa('{"returnTo":"/home"}'), 'it has no part that looks random'],
  ])('%s: %s', (value, reason) => expect(weakness(value)).toBe(reason));

  it.each(['hex', 'base64url', 'base64'] as const)('accepts 16 random bytes in %s', (encoding) => {
    const values = Array.from({ length: 1_000 }, (_, seed) => bytes(seed).toString(encoding));
    expect(values.filter((value) => weakness(value) !== null)).toEqual([]);
  });

  it('accepts a random part inside a structure', () => {
    const random = bytes(1).toString('hex');
    expect(weakness(`/home|${random}`)).toBeNull();
    expect(weakness(btoa(JSON.stringify({ to: '/home', csrf: random })))).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (value) => weakness(value) === null || true));
  });
});
