import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimRemark, momentOfClaim } from '../../../src/oauth/values/claim-remarks.ts';

const NOW = 1_795_000_000;

describe('a time in a token', () => {
  it.each([
    ['auth_time', { auth_time: 0 }, 'the server does not know when the user logged in'],
    ['exp', { exp: NOW * 1_000, iat: NOW }, 'these are milliseconds'],
    ['exp', { exp: NOW, iat: NOW }, 'never valid'],
    ['exp', { exp: NOW + 400_000_000, iat: NOW }, 'More than ten years'],
    ['exp', { exp: '1795000000' }, 'A string'],
    ['iat', { iat: null }, 'Not a number'],
    ['nbf', { nbf: NOW + 10, exp: NOW }, 'never valid'],
    ['auth_time', { auth_time: NOW + 600, iat: NOW }, 'older than the login'],
  ])('is odd: %s in %j', (name, claims, said) => {
    expect(claimRemark(name, claims)).toContain(said);
  });

  it('is not odd when it is as usual', () => {
    const claims = { iat: NOW, nbf: NOW, auth_time: NOW - 60, exp: NOW + 3_600 };
    for (const name of Object.keys(claims)) expect(claimRemark(name, claims)).toBeNull();
    expect(momentOfClaim('exp', claims.exp)).toBe(claims.exp * 1_000);
  });

  it('is no moment when it stands for none', () => {
    expect(momentOfClaim('auth_time', 0)).toBeNull();
    expect(momentOfClaim('exp', NOW * 1_000)).toBeNull();
    expect(momentOfClaim('sub', NOW)).toBeNull();
  });

  it('may be anything, and is never an error', () => {
    const name = fc.constantFrom('exp', 'iat', 'nbf', 'auth_time', 'toe');
    fc.assert(
      fc.property(name, fc.dictionary(name, fc.anything()), (one, claims) => {
        const remark = claimRemark(one, claims);
        expect(remark === null || remark.endsWith('.')).toBe(true);
      }),
    );
  });
});
