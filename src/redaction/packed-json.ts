import { decodeBase64url } from '../http/base64.ts';

/** Text of JSON in base64 begins so. */
const PACKED = /^(?:ey|e1|e3|W[1-9a-z])[\w+/-]+={0,2}$/i;

/** The JSON object or list that a value is, as it stands or in base64; null when it is anything else. */
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
