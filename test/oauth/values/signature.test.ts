import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type KeyVerdict, verifyWith } from '../../../src/oauth/values/signature.ts';

interface Signer {
  readonly jwk: JWK;
  sign(): Promise<string>;
}

async function signer(alg: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return {
    jwk: { ...(await exportJWK(publicKey)), d: (await exportJWK(privateKey)).d ?? '' },
    sign: () => new SignJWT({ sub: '1' }).setProtectedHeader({ alg }).sign(privateKey),
  };
}

let one: Signer;
let other: Signer;
beforeAll(async () => {
  [one, other] = await Promise.all([signer('ES256'), signer('ES256')]);
});

describe('a signature', () => {
  it.each(['RS256', 'PS384', 'ES384', 'EdDSA'])('by %s is valid with its key', async (alg) => {
    const { jwk, sign } = await signer(alg);
    expect(await verifyWith(await sign(), { ...jwk }, alg)).toBe('valid');
  });

  it('is invalid with another key', async () => {
    expect(await verifyWith(await one.sign(), { ...other.jwk }, 'ES256')).toBe('invalid');
  });

  it('is invalid for a token that was changed', async () => {
    const [head, , signature] = (await one.sign()).split('.');
    const changed = [head, btoa('{"sub":"2"}'), signature].join('.');
    expect(await verifyWith(changed, { ...one.jwk }, 'ES256')).toBe('invalid');
  });

  it.each<[KeyVerdict, object, string]>([
    ['unusable', {}, 'ES256'],
    ['unusable', { kty: 'EC', crv: 'P-256', x: 'AQ', y: 'AQ' }, 'ES256'],
    ['unusable', { kty: 'RSA', n: 'AQAB', e: 'AQAB' }, 'RS256'],
    ['unusable', { kty: 1 }, 'XY999'],
  ])('is %s with the key %j', async (verdict, key, alg) => {
    expect(await verifyWith(await one.sign(), { ...key }, alg)).toBe(verdict);
  });
});
