import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** What the authorization server signs with; the proxy in front of it owns it too. */
export interface SigningKey {
  readonly jwk: JWK;
  /** Private half of what clients encrypt request objects to. */
  readonly decryption: JWK;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly cookieSecret: string;
}

/** A new key for each start: nothing that the playground signs outlives it. */
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

/** The key of the playground's clients, private half included: the page signs with it. */
export async function createClientKey(): Promise<{ jwk: JWK; publicKey: CryptoKey }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = 'playground-client';
  return { jwk: { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' }, publicKey };
}
