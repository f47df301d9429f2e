import type { Exchange } from '../../http/exchange.ts';
import { headerValue, headerValues } from '../../http/headers.ts';
import { type JsonObject, stringMember } from './json.ts';
import { type Jwt, jwtOf, numericClaim } from './jwt.ts';

/** The proof of a request, decoded and not verified (RFC 9449 section 4.2). */
export interface DpopProof {
  readonly jwt: Jwt;
  readonly htm: string | null;
  readonly htu: string | null;
  readonly jti: string | null;
  /** Seconds since the epoch. */
  readonly iat: number | null;
  /** Hash of the access token in the same request; null at the server that issues tokens. */
  readonly ath: string | null;
  readonly nonce: string | null;
  /** The public key that the proof carries. */
  readonly jwk: JsonObject | null;
}

/** The proof of a request; null when there is none, several, or one that is not a JWT. */
export function dpopProof({ request }: Exchange): DpopProof | null {
  const values = headerValues(request.headers, 'dpop');
  const jwt = values.length === 1 ? jwtOf(values[0]?.trim()) : null;
  if (!jwt) return null;
  const { header, claims } = jwt;
  const { jwk } = header;
  return {
    jwt,
    htm: stringMember(claims, 'htm'),
    htu: stringMember(claims, 'htu'),
    jti: stringMember(claims, 'jti'),
    iat: numericClaim(claims, 'iat'),
    ath: stringMember(claims, 'ath'),
    nonce: stringMember(claims, 'nonce'),
    jwk: typeof jwk === 'object' && jwk !== null ? (jwk as JsonObject) : null,
  };
}

/**
 * The key in the header of a DPoP proof; null for other JWTs. No other JWT is verified with a key
 * that it brings itself.
 */
export function keyOfProof({ header, claims }: Jwt): JsonObject | null {
  const { jwk } = header;
  const isProof =
    /^(?:application\/)?dpop\+jwt$/i.test(stringMember(header, 'typ') ?? '') ||
    (stringMember(claims, 'htm') !== null && stringMember(claims, 'htu') !== null);
  return isProof && typeof jwk === 'object' && jwk !== null && !Array.isArray(jwk)
    ? (jwk as JsonObject)
    : null;
}

/** The nonce that a server supplies for the next proof (RFC 9449 section 8.2). */
export function dpopNonce({ response }: Exchange): string | null {
  return response && headerValue(response.headers, 'dpop-nonce');
}

/** RFC 7638 section 3.2, RFC 8037 section 2: the members that make up a key, in their order. */
const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([
  ['EC', ['crv', 'kty', 'x', 'y']],
  ['OKP', ['crv', 'kty', 'x']],
  ['RSA', ['e', 'kty', 'n']],
]);

/** The input whose SHA-256 is the thumbprint of a key (RFC 7638 section 3); null for other keys. */
export function thumbprintInput(jwk: JsonObject | null): string | null {
  const names = REQUIRED.get(stringMember(jwk, 'kty') ?? '');
  if (!names) return null;
  const members = names.map((name) => [name, stringMember(jwk, name)] as const);
  if (members.some(([, value]) => value === null)) return null;
  return JSON.stringify(Object.fromEntries(members));
}
