import { settings } from './settings.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Id of the key among the client's registered keys. */
export const keyId = settings.clientKey.kid ?? '';

/** The private key. The clients registered its public half (RFC 7591 section 2, `jwks`). */
export function clientKey(): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', settings.clientKey, algorithm, false, ['sign']);
}
