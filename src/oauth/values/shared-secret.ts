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

/** Whether the signature of such a JWT has the length of its hash, so that nobody shortened it. */
export function isWholeMac({ compact, header }: Jwt): boolean {
  const length = LENGTHS[String(header.alg)];
  const signature = compact.slice(compact.lastIndexOf('.') + 1);
  return length !== undefined && signature.length === Math.ceil((length / 8 / 3) * 4);
}
