import { Inflate } from 'fflate';
import { base64Bytes } from './base64.ts';
import { isMarkup } from './xml-or-html.ts';

/** A message in a URL is much shorter. */
const MAX_PACKED = 200_000;
const MAX_XML = 1_000_000;
/** So many bytes are decompressed at once. They can become 1,000 times as many. */
const SLICE = 512;
/** Base64 may be broken into lines. */
const BASE64 = /^[A-Za-z0-9+/_\s-]{16,}={0,2}\s*$/;

/** The XML that a value holds in deflate and base64 (SAML 2.0 bindings, section 3.4.4.1); or null. */
export function inflatedXml(value: string): string | null {
  if (value.length > MAX_PACKED || !BASE64.test(value)) return null;
  const bytes = base64Bytes(value.replace(/\s+/g, ''));
  const xml = bytes && inflated(bytes);
  return xml && isMarkup(xml) ? xml : null;
}

/** Decompressed text; null for what is no such text, or for more than a message has. */
function inflated(bytes: Uint8Array): string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces: string[] = [];
  let length = 0;
  const stream = new Inflate((piece, isLast) => {
    length += piece.length;
    pieces.push(decoder.decode(piece, { stream: !isLast }));
  });
  try {
    for (let at = 0; at < bytes.length; at += SLICE) {
      stream.push(bytes.slice(at, at + SLICE), at + SLICE >= bytes.length);
      if (length > MAX_XML) return null;
    }
  } catch {
    return null;
  }
  return pieces.join('');
}
