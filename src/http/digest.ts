import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { base64url } from './base64.ts';

const encoder = new TextEncoder();
const OCTETS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** SHA-256 of text as UTF-8 (for PKCE: ASCII, RFC 7636 section 4.2). */
export function sha256Bytes(text: string): Uint8Array {
  return sha256(encoder.encode(text));
}

/** Bytes in lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += OCTETS[byte] ?? '';
  return digits;
}

/** SHA-256 of bytes. */
export function digest(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

/** The S256 challenge of a verifier (RFC 7636 section 4.2). */
export function s256(verifier: string): string {
  return base64url(sha256Bytes(verifier));
}

/** The hash functions of JSON Web Algorithms, by their length (RFC 7518 section 3.1). */
const SHA2 = { 256: sha256, 384: sha384, 512: sha512 } as const;
export type ShaLength = keyof typeof SHA2;

/** The left half of a hash of ASCII text in base64url (OpenID Connect Core section 3.1.3.6). */
export function leftHalf(length: ShaLength, text: string): string {
  return base64url(SHA2[length](encoder.encode(text)).slice(0, length / 16));
}

/** An HMAC in base64url (RFC 7518 section 3.2). */
export function hmacOf(length: ShaLength, secret: string, text: string): string {
  return base64url(hmac(SHA2[length], encoder.encode(secret), encoder.encode(text)));
}
