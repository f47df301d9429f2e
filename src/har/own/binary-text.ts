/** Characters that no text has and that bytes of binary content have. */
const BINARY = /[\0-\x08\x0B\x0C\x0E-\x1F]/;
const BEYOND_A_BYTE = /[^\0-\xFF]/;

/** A text as HAR 1.2 writes it: `base64` for bytes, which an exchange holds as Latin-1. */
export interface WrittenText {
  readonly text: string;
  readonly encoding?: 'base64';
}

/** Writes the text of a body, which holds bytes when it says so or shows it. */
export function writtenText(text: string, isBinary = false): WrittenText {
  if (!(isBinary || BINARY.test(text)) || BEYOND_A_BYTE.test(text)) return { text };
  return { text: btoa(text), encoding: 'base64' };
}

/** Bytes of the body. */
export function sizeOf(text: string, { encoding }: WrittenText): number {
  return encoding === 'base64' ? text.length : new TextEncoder().encode(text).length;
}

/** Reads what `writtenText` wrote; null when it is something else. */
export function readText(text: unknown, encoding: unknown): string | null {
  if (typeof text !== 'string') return null;
  if (encoding === undefined) return text;
  if (encoding !== 'base64') return null;
  try {
    return atob(text);
  } catch {
    return null;
  }
}
