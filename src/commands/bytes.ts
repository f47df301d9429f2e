import { base64 } from '../http/base64.ts';

const encoder = new TextEncoder();

/** Length in UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** The bytes of a text in UTF-8, one character per byte. */
export function latin1OfUtf8(text: string): string {
  if (!/[^\0-\x7F]/.test(text)) return text;
  return Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/** Text with one character per byte in base64. */
export function base64OfLatin1(text: string): string {
  return base64(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}
