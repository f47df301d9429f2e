import { settings } from './settings.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Which of the client's registered keys it is. */
export const keyId = settings.clientKey.kid ?? '';

/** The private key whose public half the clients registered (RFC 7591 section 2, `jwks`). */
export function clientKey(): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', settings.clientKey, algorithm, false, ['sign']);
}
