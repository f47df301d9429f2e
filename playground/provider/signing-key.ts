import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** Keys of the authorization server. The proxy in front of it has them too. */
export interface SigningKey {
  readonly jwk: JWK;
  /** Private key. Clients encrypt request objects to its public half. */
  readonly decryption: JWK;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly cookieSecret: string;
}

/** Creates the keys of one run. Nothing that the playground signs outlives it. */
export async function createSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const decryption = await generateKeyPair('RSA-OAEP-256', { extractable: true });
  return {
    decryption: {
      ...(await exportJWK(decryption.privateKey)),
      kid: 'playground-encryption',
      alg: 'RSA-OAEP-256',
      use: 'enc',
    },
    jwk: { ...jwk, kid: 'playground', alg: 'RS256', use: 'sig' },
    privateKey,
    publicKey,
    cookieSecret: randomBytes(24).toString('base64url'),
  };
}

/** Creates the key of the playground's clients. The page signs with the private half. */
export async function createClientKey(): Promise<{ jwk: JWK; publicKey: CryptoKey }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = 'playground-client';
  return { jwk: { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' }, publicKey };
}
