import { base64, base64url, decodeBase64url } from '../../http/base64.ts';
import { hex } from '../../http/digest.ts';
import { ESCAPES, type Escape, unescaped } from './escaping.ts';

const MAX_DEPTH = 4;
const MIN_PART = 4;
const encoder = new TextEncoder();

/**
 * The stand-in, written in the way in which the value is written; null when that is not known. A part
 * of the value becomes the same part of the stand-in.
 */
export function respell(written: string, value: string, standIn: string, depth = 0): string | null {
  if (written === value) return standIn;
  const plain = partly(written, value, standIn) ?? otherCase(written, value, standIn);
  if (plain !== null) return plain;
  if (depth >= MAX_DEPTH) return null;
  for (const manner of ESCAPES) {
    const found = throughEscape(manner, written, value, standIn, depth);
    if (found !== null) return found;
  }
  return packed(written, value, standIn, depth);
}

function throughEscape(
  manner: Escape,
  written: string,
  value: string,
  standIn: string,
  depth: number,
): string | null {
  const units = unescaped(manner, written);
  if (units === null) return null;
  const decoded = units.map(({ text }) => text).join('');
  const inner = respell(decoded, value, standIn, depth + 1);
  return inner === null ? null : manner.encode(inner, units);
}

function partly(written: string, value: string, standIn: string): string | null {
  if (value.includes(' ') && written === value.replaceAll(' ', '+')) {
    return standIn.replaceAll(' ', '+');
  }
  if (value.includes('+') && written === value.replaceAll('+', ' ')) {
    return standIn.replaceAll('+', ' ');
  }
  if (written.length < MIN_PART || written.length >= value.length) return null;
  if (value.startsWith(written)) return standIn.slice(0, written.length);
  if (value.endsWith(written)) return standIn.slice(-written.length);
  return null;
}

function otherCase(written: string, value: string, standIn: string): string | null {
  if (written.length !== value.length || written.toLowerCase() !== value.toLowerCase()) return null;
  if (standIn.length === written.length) return casedLike(standIn, written);
  return written === written.toUpperCase() ? standIn.toUpperCase() : standIn.toLowerCase();
}

/** The text with upper and lower case where the other text has them. */
export function casedLike(text: string, other: string): string {
  return text.replace(/[a-zA-Z]/g, (letter, index: number) => {
    const like = other.charAt(index);
    if (/[a-z]/.test(like)) return letter.toLowerCase();
    return /[A-Z]/.test(like) ? letter.toUpperCase() : letter;
  });
}

function packed(written: string, value: string, standIn: string, depth: number): string | null {
  if (/^(?:[0-9a-f]{2}){4,}$/i.test(written)) {
    const inner = respell(textOfHex(written), value, standIn, depth + 1);
    if (inner !== null) {
      const digits = hex(encoder.encode(inner));
      return /[A-F]/.test(written) ? digits.toUpperCase() : digits;
    }
  }
  if (!/^[A-Za-z0-9+/_-]{6,}={0,2}$/.test(written)) return null;
  const decoded = decodeBase64url(written);
  const inner = decoded === null ? null : respell(decoded, value, standIn, depth + 1);
  return inner === null ? null : packedLike(inner, written);
}

/** Text in base64 with the alphabet and the padding of another one. */
export function packedLike(text: string, like: string): string {
  return bytesLike(encoder.encode(text), like);
}

/** Bytes in base64 with the alphabet and the padding of another text. */
export function bytesLike(bytes: Uint8Array, like: string): string {
  const bare = like.replace(/=+$/, '');
  const isUrl = /[-_]/.test(bare) || (!/[+/]/.test(bare) && !like.endsWith('='));
  const padded = like.endsWith('=') || (!isUrl && like.length % 4 === 0);
  const encoded = isUrl ? base64url(bytes) : base64(bytes).replace(/=+$/, '');
  return padded ? encoded + '='.repeat((4 - (encoded.length % 4)) % 4) : encoded;
}

function textOfHex(digits: string): string {
  const bytes = Uint8Array.from({ length: digits.length / 2 }, (_, index) =>
    Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16),
  );
  return new TextDecoder().decode(bytes);
}
