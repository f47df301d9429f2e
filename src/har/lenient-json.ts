import { BACKSLASH, commentEnd, QUOTE } from './brackets.ts';
import { parseJson } from './loose.ts';

const LAST_COMMA = /,(?=\s*[}\]])/g;
const NO_NUMBER = /[-+]?\b(?:NaN|Infinity|undefined)\b/g;
/** A string or a comment begins. */
const SPECIAL = /["/]/g;
const MAX_LENIENT = 2 ** 22;

/**
 * The value of text that is JSON but for comments, commas before a closing bracket, and numbers that
 * JSON does not have, which become null; `undefined` for other text.
 */
export function parseLenient(text: string): unknown {
  if (text.length > MAX_LENIENT) return undefined;
  let plain = '';
  let between = '';
  for (let at = 0; at < text.length; ) {
    SPECIAL.lastIndex = at;
    const found = SPECIAL.exec(text)?.index ?? text.length;
    between += text.slice(at, found);
    if (text.charCodeAt(found) === QUOTE) {
      at = afterString(text, found + 1);
      plain += mendedPart(between) + text.slice(found, at);
      between = '';
    } else at = afterComment(text, found);
  }
  return parseJson(plain + mendedPart(between));
}

/** Text between two strings, as JSON writes it (RFC 8259). */
function mendedPart(text: string): string {
  return text.replace(LAST_COMMA, '').replace(NO_NUMBER, 'null');
}

function afterComment(text: string, start: number): number {
  const end = commentEnd(text, start);
  return end < 0 ? text.length : end + 1;
}

/** The index after the closing quote of a string, or the end of the text. */
function afterString(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at + 1;
  }
  return text.length;
}
