import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { JsonObject } from './json.ts';

/** A JWS in compact form, decoded and not verified (RFC 7519, RFC 7515). */
export interface Jwt {
  readonly compact: string;
  readonly header: JsonObject;
  readonly claims: JsonObject;
}

/** The result of reading a token string. */
export type TokenView =
  | { readonly kind: 'jwt'; readonly jwt: Jwt }
  | { readonly kind: 'encrypted'; readonly header: JsonObject }
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'opaque' };

const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;
const COMPACT_JWE =
  /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;

/** Reads a token without verifying it. A string without the form of a JWT is opaque. */
export function viewToken(token: string): TokenView {
  if (COMPACT_JWE.test(token)) return viewEncrypted(token);
  if (!COMPACT_JWS.test(token)) {
    return token.startsWith('eyJ') && token.includes('.')
      ? { kind: 'malformed', reason: 'it is not three base64url parts joined by dots' }
      : { kind: 'opaque' };
  }
  try {
    const header = decodeProtectedHeader(token) as JsonObject;
    const claims = decodeJwt(token) as JsonObject;
    return { kind: 'jwt', jwt: { compact: token, header, claims } };
  } catch (error) {
    return token.startsWith('eyJ')
      ? {
          kind: 'malformed',
          reason: error instanceof Error ? error.message : 'it cannot be decoded',
        }
      : { kind: 'opaque' };
  }
}

function viewEncrypted(token: string): TokenView {
  try {
    return { kind: 'encrypted', header: decodeProtectedHeader(token) as JsonObject };
  } catch {
    return { kind: 'malformed', reason: 'its header is not JSON' };
  }
}

/** The decoded JWT; null when the token is anything else. */
export function jwtOf(token: string | null | undefined): Jwt | null {
  if (!token) return null;
  const view = viewToken(token);
  return view.kind === 'jwt' ? view.jwt : null;
}

/** A numeric date claim in seconds (RFC 7519 section 2), or null. */
export function numericClaim(claims: JsonObject, name: string): number | null {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The `aud` claim as a list (RFC 7519 section 4.1.3). */
export function audiences(claims: JsonObject): readonly string[] {
  const { aud } = claims;
  if (typeof aud === 'string') return [aud];
  return Array.isArray(aud) ? aud.filter((one): one is string => typeof one === 'string') : [];
}
