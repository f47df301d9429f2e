import { BACKSLASH, QUOTE } from './brackets.ts';
import { parseJson } from './loose.ts';

const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const LAST_COMMA = /,(?=\s*[}\]])/g;
const NO_NUMBER = /[-+]?\b(?:NaN|Infinity|undefined)\b/g;
const MAX_LENIENT = 2 ** 22;

/**
 * The value of text that is JSON but for comments, commas before a closing bracket, and numbers that
 * JSON does not have, which become null; `undefined` for other text.
 */
export function parseLenient(text: string): unknown {
  if (text.length > MAX_LENIENT) return undefined;
  let mended = '';
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    mended += mendedPart(text.slice(at, end));
    if (quote < 0) break;
    const next = afterString(text, quote + 1);
    mended += text.slice(quote, next);
    at = next;
  }
  return parseJson(mended);
}

/** Text between two strings, as JSON writes it (RFC 8259). */
function mendedPart(text: string): string {
  return text.replace(COMMENT, '').replace(LAST_COMMA, '').replace(NO_NUMBER, 'null');
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
