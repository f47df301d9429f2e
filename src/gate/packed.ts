import { type Units, unitsOf } from './units.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const BASE64 = unitsOf(`${LETTERS}+/`);
export const BASE64URL = unitsOf(`${LETTERS}-_`);
export const DIGITS = { lower: unitsOf('0123456789abcdef'), upper: unitsOf('0123456789ABCDEF') };

/**
 * Base64 (RFC 4648) of bytes that follow `lead` other bytes in a group of three. It leaves out the
 * characters that also depend on the neighbours of the bytes.
 */
export function base64Of(bytes: Units, lead: number, isUrl: boolean): number[] {
  const alphabet = isUrl ? BASE64URL : BASE64;
  const written: number[] = [];
  let skip = Math.ceil((lead * 8) / 6);
  let bits = 0;
  let pending = lead * 8;
  for (const byte of bytes) {
    bits = ((bits << 8) | (byte & 255)) & 0xffff;
    pending += 8;
    while (pending >= 6) {
      pending -= 6;
      if (skip > 0) skip -= 1;
      else written.push(alphabet[(bits >> pending) & 63] ?? 0);
    }
  }
  return written;
}

/** Hexadecimal digits of bytes. Their case matters only inside of base64. */
export function hexOf(bytes: Units, letters: 'lower' | 'upper'): number[] {
  const digits = DIGITS[letters];
  const written: number[] = [];
  for (const byte of bytes) written.push(digits[(byte >> 4) & 15] ?? 0, digits[byte & 15] ?? 0);
  return written;
}
