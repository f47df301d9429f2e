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
  return fromBase64(value);
}

/** RFC 4648 sections 4 and 5, as UTF-8; null when it is neither. */
export function fromBase64(value: string): string | null {
  try {
    const bytes = atob(value.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}

/** Percent-decoded; the text itself when it cannot be. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
