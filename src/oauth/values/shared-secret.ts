import { hmacOf, type ShaLength } from '../../http/digest.ts';
import type { Jwt } from './jwt.ts';

const LENGTHS: Readonly<Record<string, ShaLength>> = { HS256: 256, HS384: 384, HS512: 512 };

/**
 * Whether this secret made the signature of a JWT (RFC 7518 section 3.2). Null when its algorithm
 * uses no shared secret.
 */
export function isSignedWith({ compact, header }: Jwt, secret: string): boolean | null {
  const length = LENGTHS[String(header.alg)];
  if (length === undefined) return null;
  const end = compact.lastIndexOf('.');
  return hmacOf(length, secret, compact.slice(0, end)) === compact.slice(end + 1);
}
