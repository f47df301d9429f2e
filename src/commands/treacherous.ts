/**
 * Characters that a terminal acts on when they are pasted, or that hide or reorder the text around
 * them: control characters but the line feed, soft hyphen, zero-width and bidirectional format
 * characters.
 */
export const TREACHEROUS =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/;

/** Text as programs send it: unpaired surrogates and NUL become U+FFFD. */
export function storable(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '\uFFFD');
}

/** A sentence in which nothing has a meaning for any shell. Interactive zsh runs comments. */
export function plainWords(text: string): string {
  return text.replace(/[^A-Za-z0-9 .,:_/-]/g, ' ');
}
