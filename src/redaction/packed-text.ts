import { decodeBase64url } from '../http/base64.ts';

const BASE64 = /^[A-Za-z0-9+/_-]{8,}={0,2}$/;
const HEX = /^(?:[0-9a-fA-F]{2}){8,}$/;
const READABLE = /^[\t\n\r\x20-\x7E\u00A0-\uFFFF]+$/;
/** So many characters show whether the bytes are text. */
const SAMPLE = 16;

/** The text in base64, base64url or hexadecimal; null when the value holds none. */
export function unpacked(value: string): string | null {
  const bare = value.includes('\n') ? value.replace(/\s+/g, '') : value;
  if (bare.length < 8 || !BASE64.test(bare)) return null;
  if (HEX.test(bare)) {
    const text = bare.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
    if (READABLE.test(text)) return text;
  }
  const digits = bare.replace(/=+$/, '');
  if (digits.length % 4 === 1 || !isText(digits.slice(0, SAMPLE))) return null;
  const text = decodeBase64url(digits);
  if (text === null || text.length < 5) return null;
  const narrow = text.replaceAll('\0', '');
  return READABLE.test(narrow) ? narrow : null;
}

function isText(digits: string): boolean {
  const whole = digits.slice(0, digits.length - (digits.length % 4));
  const bytes = atob(whole.replaceAll('-', '+').replaceAll('_', '/'));
  return /^[\t\n\r\x20-\x7E\0\x80-\xF4]*$/.test(bytes) && /[\x20-\x7E]{2}|\0/.test(bytes);
}
