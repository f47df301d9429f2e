/** More arguments than this are too many for one call. */
const PIECE = 8_192;

/** So many characters show whether the bytes are text. */
const SAMPLE = 16;

const utf8 = new TextDecoder();
/** The bytes of U+FFFD, which decoding also writes for what is no UTF-8. */
const REPLACEMENT = '\xEF\xBF\xBD';

/** Bytes in base64, padded (RFC 4648 section 4). */
export function base64(bytes: Uint8Array): string {
  return btoa(latinText(bytes));
}

/** One character for each byte (ISO 8859-1). */
export function latinText(bytes: Uint8Array): string {
  if (bytes.length <= PIECE) return fromCharCodes(bytes);
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) {
    pieces.push(fromCharCodes(bytes.subarray(start, start + PIECE)));
  }
  return pieces.join('');
}

/** `apply` takes the bytes as they are. Spreading them asks an iterator for each. */
function fromCharCodes(bytes: ArrayLike<number>): string {
  return Reflect.apply(String.fromCharCode, null, bytes);
}

/** Bytes in base64url without padding (RFC 7515 appendix C). */
export function base64url(bytes: Uint8Array): string {
  const standard = base64(bytes);
  const padding = (3 - (bytes.length % 3)) % 3;
  const bare = padding === 0 ? standard : standard.slice(0, -padding);
  return /[+/]/.test(bare) ? bare.replaceAll('+', '-').replaceAll('/', '_') : bare;
}

/**
 * Decodes base64, whose padding may be missing: as UTF-8 if the bytes are valid UTF-8, else as
 * Latin-1. Null when the input is not base64.
 */
export function decodeBase64(encoded: string): string | null {
  return base64Text(encoded)?.text ?? null;
}

/** As `decodeBase64`, and whether the text is Latin-1, one character per byte. */
export function base64Text(encoded: string): { text: string; binary: boolean } | null {
  const latin = latinOfBase64(encoded);
  if (latin === null) return null;
  if (!/[\x80-\xff]/.test(latin)) return { text: latin, binary: false };
  const bytes = bytesOfLatin(latin);
  const text = utf8.decode(bytes);
  // An exception costs more than the decoding, and most random values are no UTF-8.
  const isText = !text.includes('\uFFFD') || (latin.includes(REPLACEMENT) && isUtf8(bytes));
  return isText ? { text, binary: false } : { text: latin, binary: true };
}

/** The bytes in base64 or base64url; null when the input is neither. */
export function base64Bytes(encoded: string): Uint8Array | null {
  const latin = latinOfBase64(standardAlphabet(encoded));
  return latin === null ? null : bytesOfLatin(latin);
}

function latinOfBase64(encoded: string): string | null {
  // No bytes have that length. An exception costs more than many decodings.
  if (encoded.length % 4 === 1 && !/[\s=]/.test(encoded)) return null;
  try {
    return atob(encoded);
  } catch {
    return null;
  }
}

function bytesOfLatin(latin: string): Uint8Array {
  const bytes = new Uint8Array(latin.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = latin.charCodeAt(at);
  return bytes;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Decodes base64 or base64url in the same way (RFC 4648 sections 4 and 5). */
export function decodeBase64url(encoded: string): string | null {
  return decodeBase64(standardAlphabet(encoded));
}

/** Whether the first bytes are ASCII text. It costs less than decoding, and random bytes are not. */
export function beginsWithText(encoded: string): boolean {
  if (encoded.length < SAMPLE) return true;
  try {
    return /^[\x09-\x0D\x20-\x7E]*$/.test(atob(standardAlphabet(encoded.slice(0, SAMPLE))));
  } catch {
    return false;
  }
}

function standardAlphabet(encoded: string): string {
  return /[-_]/.test(encoded) ? encoded.replaceAll('-', '+').replaceAll('_', '/') : encoded;
}
