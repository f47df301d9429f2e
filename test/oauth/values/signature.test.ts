import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Jwt, jwtOf } from '../../../src/oauth/values/jwt.ts';
import { verifySignature } from '../../../src/oauth/values/signature.ts';

interface Signer {
  readonly jwk: JWK;
  sign(header?: { kid?: string }): Promise<Jwt>;
}

async function signer(alg: string, kid: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  return {
    jwk: { ...(await exportJWK(publicKey)), kid, alg },
    async sign(header = { kid }) {
      const token = new SignJWT({ sub: '1' }).setProtectedHeader({ alg, ...header });
      const jwt = jwtOf(await token.sign(privateKey));
      if (!jwt) throw new Error('a JWT was expected');
      return jwt;
    },
  };
}

let one: Signer;
let other: Signer;
beforeAll(async () => {
  [one, other] = await Promise.all([signer('ES256', 'one'), signer('ES256', 'other')]);
});

describe('a signature', () => {
  it('is verified with the key that the header names', async () => {
    const keys = [other.jwk, one.jwk];
    expect(await verifySignature(await one.sign(), keys)).toEqual({ is: 'verified', kid: 'one' });
  });

  it('is tried with each key when the header names none', async () => {
    const keys = [
      { ...other.jwk, kid: undefined },
      { ...one.jwk, kid: undefined },
    ];
    const jwt = await one.sign({});
    expect(await verifySignature(jwt, keys)).toEqual({ is: 'verified', kid: null });
    expect(await verifySignature(jwt, keys.slice(0, 1))).toEqual({ is: 'failed' });
  });

  it('fails under the right name with the wrong key', async () => {
    const keys = [{ ...other.jwk, kid: 'one' }];
    expect(await verifySignature(await one.sign(), keys)).toEqual({ is: 'failed' });
  });

  it('fails for a token that was changed', async () => {
    const jwt = await one.sign();
    const [head, , signature] = jwt.compact.split('.');
    const changed = { ...jwt, compact: [head, btoa('{"sub":"2"}'), signature].join('.') };
    expect(await verifySignature(changed, [one.jwk])).toEqual({ is: 'failed' });
  });

  it('has an unknown key when the set does not have it', async () => {
    expect(await verifySignature(await one.sign(), [other.jwk])).toEqual({ is: 'unknown-key' });
    expect(await verifySignature(await one.sign(), [])).toEqual({ is: 'unknown-key' });
  });

  it.each([
    ['{"alg":"HS256"}', 'c2ln'],
    ['{"alg":"none"}', ''],
    ['{"alg":"XY999","kid":"one"}', 'c2ln'],
    ['{}', 'c2ln'],
  ])('that cannot be checked has no result: %s', async (header, signature) => {
    const jwt = jwtOf(`${btoa(header).replace(/=+$/, '')}.e30.${signature}`);
    const result = jwt && (await verifySignature(jwt, [one.jwk]));
    expect(result?.is).toMatch(/^(unsupported|unknown-key)$/);
  });

  it.each([[[null]], [[1, 'x', {}]], [[{ kty: 'EC' }]]])('is not broken by %j', async (keys) => {
    expect((await verifySignature(await one.sign(), keys)).is).not.toBe('verified');
  });
});
