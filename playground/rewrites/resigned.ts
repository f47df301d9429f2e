import { decodeJwt, decodeProtectedHeader, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { SigningKey } from '../provider/signing-key.ts';
import type { Rewrite } from '../proxy.ts';
import { isTokenRequest } from './requests.ts';

/**
 * Changes the claims of every ID token of the token endpoint, and signs it again. `kid` names another
 * key than the one that signs.
 */
export function withClaims(
  { privateKey }: SigningKey,
  change: (claims: JWTPayload) => Readonly<Record<string, unknown>>,
  kid?: string,
): Rewrite {
  return async (request, forward) => {
    const response = await forward(request);
    if (!isTokenRequest(request) || response.status !== 200) return response;
    const tokens = JSON.parse(response.body.toString()) as { id_token?: string };
    if (tokens.id_token === undefined) return response;
    const { alg = '', ...header } = decodeProtectedHeader(tokens.id_token);
    const id_token = await new SignJWT(change(decodeJwt(tokens.id_token)) as JWTPayload)
      .setProtectedHeader({ ...header, alg, ...(kid === undefined ? {} : { kid }) })
      .sign(privateKey);
    return { ...response, body: Buffer.from(JSON.stringify({ ...tokens, id_token })) };
  };
}

/** Times in milliseconds, as programs write them that forget the unit (RFC 7519 section 2). */
export function inMilliseconds(claims: JWTPayload): Readonly<Record<string, unknown>> {
  const { iat = 0, exp = 0 } = claims;
  return { ...claims, iat: iat * 1_000, exp: exp * 1_000 };
}

/** A user who signed in an hour ago, whatever `max_age` asks for. */
export function signedInLongAgo(claims: JWTPayload): Readonly<Record<string, unknown>> {
  return { ...claims, auth_time: (claims.iat ?? 0) - 3_600 };
}

/** Signs the ID token with a key that the server never had, under the name of its own. */
export function byAnotherKey(key: SigningKey): Rewrite {
  const made = generateKeyPair('RS256');
  return async (request, forward) => {
    const { privateKey } = await made;
    return withClaims({ ...key, privateKey }, (claims) => ({ ...claims }))(request, forward);
  };
}
