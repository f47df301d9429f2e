import { sha256 } from '@noble/hashes/sha2.js';
import { base64url } from './base64.ts';

const encoder = new TextEncoder();

/** SHA-256 of text as UTF-8 (for PKCE: ASCII, RFC 7636 section 4.2). */
export function sha256Bytes(text: string): Uint8Array {
  return sha256(encoder.encode(text));
}

/** Bytes in lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 of bytes. */
export function digest(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

/** The S256 challenge of a verifier (RFC 7636 section 4.2). */
export function s256(verifier: string): string {
  return base64url(sha256Bytes(verifier));
}
