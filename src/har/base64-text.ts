import { base64Text, decodeBase64 } from '../http/base64.ts';
import type { Body } from '../http/exchange.ts';
import { asText, type Loose } from './loose.ts';

/** The text of `postData`, decoded when the object or the habit of the program says base64. */
export function postedText(
  holder: Loose,
  isUnmarked: (text: string) => boolean = () => false,
): Extract<Body, { text: string }> | null {
  const text = asText(holder.text);
  if (text === null) return null;
  if ((holder.encoding ?? holder._encoding) !== 'base64' && !isUnmarked(text)) return { text };
  const decoded = base64Text(text);
  return decoded?.binary ? { text: decoded.text, binary: true } : { text: decoded?.text ?? text };
}

/** Firefox also labels text as base64 that it could not encode: such text stays as it is. */
export function textOfBase64(encoded: string): string {
  return decodeBase64(encoded) ?? encoded;
}
