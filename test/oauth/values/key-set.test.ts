import { describe, expect, it } from 'vitest';
import { canSign, isWholeSignature, keysIn, keysOf } from '../../../src/oauth/values/key-set.ts';
import { exchange } from '../../helpers/exchanges.ts';

const RSA = { kty: 'RSA', n: 'AQ', e: 'AQAB' };
const EC = { kty: 'EC', crv: 'P-256', x: 'AQ', y: 'AQ' };

describe('a key set', () => {
  it('has the keys of its list, without what is no key', () => {
    expect(keysOf({ keys: [RSA, null, 'x', [], EC] })).toEqual([RSA, EC]);
    expect(
      keysIn(exchange(0, { url: 'https://a.test/jwks', answerBody: { keys: [RSA] } })),
    ).toEqual([RSA]);
  });

  it.each([[null], [{}], [{ keys: 'x' }], [{ keys: {} }]])('is not %j', (json) => {
    expect(keysOf(json)).toBeNull();
  });
});

it.each([
  [true, RSA, 'RS256'],
  [true, RSA, 'PS512'],
  [true, { ...RSA, use: 'sig', alg: 'RS256' }, 'RS256'],
  [false, { ...RSA, alg: 'RS256' }, 'PS256'],
  [false, { ...RSA, use: 'enc' }, 'RS256'],
  [false, RSA, 'ES256'],
  [true, EC, 'ES256'],
  [false, EC, 'ES384'],
  [true, { kty: 'OKP', crv: 'Ed25519', x: 'AQ', alg: 'EdDSA' }, 'Ed25519'],
  [false, { kty: 'oct', k: 'AQ' }, 'HS256'],
])('says %j: the key %j can make signatures of %s', (can, key, alg) => {
  expect(canSign(key, alg)).toBe(can);
});

it.each([
  [true, 342, 'RS256'],
  [true, 683, 'PS384'],
  [false, 26, 'RS256'],
  [false, 340, 'RS256'],
  [true, 86, 'ES256'],
  [true, 86, 'EdDSA'],
  [false, 85, 'ES256'],
  [true, 176, 'ES512'],
])('says %j: %i characters are a whole signature of %s', (whole, length, alg) => {
  expect(isWholeSignature('x'.repeat(length), alg)).toBe(whole);
});
