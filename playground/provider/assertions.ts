import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import type { SigningKey } from './signing-key.ts';

interface IdentityAssertion {
  readonly client_id: string;
  readonly scope: string | undefined;
  /** Issuer of the authorization server that will accept it. */
  readonly audience: string | undefined;
  /** The ID token that it is issued for. */
  readonly subject_token: string | undefined;
}

/** Issues an Identity Assertion JWT Authorization Grant (its draft, section 3) for five minutes. */
export async function issueIdentityAssertion(
  issuer: string,
  { jwk, privateKey }: SigningKey,
  { client_id, scope, audience = '', subject_token = '' }: IdentityAssertion,
): Promise<string> {
  const { sub = '' } = decodeJwt(subject_token);
  return new SignJWT({ client_id, scope })
    .setProtectedHeader({ alg: 'RS256', typ: 'oauth-id-jag+jwt', kid: jwk.kid ?? '' })
    .setIssuer(issuer)
    .setSubject(sub)
    .setAudience(audience)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(privateKey);
}

/** Whether one of the keys signed the assertion for this audience (RFC 7523 section 3). */
export async function isTrusted(
  assertion: string,
  keys: readonly CryptoKey[],
  audience: string,
): Promise<boolean> {
  const checks = keys.map((key) => jwtVerify(assertion, key, { audience }));
  return (await Promise.allSettled(checks)).some(({ status }) => status === 'fulfilled');
}
