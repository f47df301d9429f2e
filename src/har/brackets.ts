/** The structural characters of JSON (RFC 8259 section 2), the quote, the slash and the backslash. */
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;

/** The index after the object that begins here; -1 when the text ends first. */
export function objectEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at + 1);
      if (at < 0) return -1;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (code === SLASH) {
      at = commentEnd(text, at);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** The index of a string's closing quote; -1 when the text ends first. */
function stringEnd(text: string, start: number): number {
  for (let from = start; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return -1;
    let before = quote - 1;
    while (before >= from && text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((quote - 1 - before) % 2 === 0) return quote;
    from = quote + 1;
  }
}

/**
 * The index of the last character of a comment; that of the slash when none begins there, and -1
 * when the text ends first.
 */
export function commentEnd(text: string, start: number): number {
  const next = text[start + 1];
  if (next === '/') return text.indexOf('\n', start);
  if (next !== '*') return next === undefined ? -1 : start;
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? -1 : end + 1;
}
