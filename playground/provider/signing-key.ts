import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** What the authorization server signs with; the proxy in front of it owns it too. */
export interface SigningKey {
  readonly jwk: JWK;
  readonly privateKey: CryptoKey;
  readonly cookieSecret: string;
}

/** A new key for each start: nothing that the playground signs outlives it. */
export async function createSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return {
    jwk: { ...jwk, kid: 'playground', alg: 'RS256', use: 'sig' },
    privateKey,
    cookieSecret: randomBytes(24).toString('base64url'),
  };
}
