import { base64Text, decodeBase64 } from '../http/base64.ts';
import type { Body } from '../http/exchange.ts';
import { asText, type Loose } from './loose.ts';

/** The text of `postData`, decoded when the object says that it is in base64. */
export function postedText(holder: Loose): Extract<Body, { text: string }> | null {
  const text = asText(holder.text);
  if (text === null || (holder.encoding ?? holder._encoding) !== 'base64') {
    return text === null ? null : { text };
  }
  const decoded = base64Text(text);
  return decoded?.binary ? { text: decoded.text, binary: true } : { text: decoded?.text ?? text };
}

/** Firefox also labels text as base64 that it could not encode: such text stays as it is. */
export function textOfBase64(encoded: string): string {
  return decodeBase64(encoded) ?? encoded;
}
