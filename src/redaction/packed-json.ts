import { decodeBase64url } from '../http/base64.ts';

/** The beginning of JSON in base64. */
const PACKED = /^(?:ey|e1|e3|W[1-9a-z])[\w+/-]+={0,2}$/i;

/** The JSON object or list in a value, plain or in base64. Null when there is none. */
export function packedJson(value: string): unknown {
  return jsonOf(value) ?? (PACKED.test(value) ? jsonOf(decodeBase64url(value) ?? '') : null);
}

function jsonOf(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
