import { decodeBase64url } from '../http/base64.ts';

/** The JSON object or list that a text is; null when it is anything else. */
export function jsonOf(text: string | null): unknown {
  if (text === null || !/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Text that was packed in base64 to travel as one value; null when it holds no JSON. */
export function base64Text(value: string): string | null {
  if (!/^(?:ey|e1|e3|W[1-9a-z])[\w+/-]+={0,2}$/i.test(value)) return null;
  return decodeBase64url(value);
}
