import { decodeBase64 } from '../http/base64.ts';
import { asText, type Loose } from './loose.ts';

/** The text of `postData` or `content`, decoded when the object says that it is in base64. */
export function textOf(holder: Loose): string | null {
  const text = asText(holder.text);
  return text !== null && (holder.encoding ?? holder._encoding) === 'base64'
    ? textOfBase64(text)
    : text;
}

/** Firefox also labels text as base64 that it could not encode: such text stays as it is. */
export function textOfBase64(encoded: string): string {
  return decodeBase64(encoded) ?? encoded;
}
