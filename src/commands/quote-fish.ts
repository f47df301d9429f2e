import { storable, TREACHEROUS } from './treacherous.ts';

const RUN = new RegExp(`${TREACHEROUS.source}+`, 'g');
const encoder = new TextEncoder();

/**
 * Quotes text as one word that fish reads as exactly this text. Within single quotes only `\\` and
 * `\'` are escapes. Characters that are dangerous to paste are written as bytes, outside of quotes.
 */
export function quoteFish(value: string): string {
  const text = storable(value);
  let quoted = '';
  let at = 0;
  for (const match of text.matchAll(RUN)) {
    quoted += singleQuoted(text.slice(at, match.index)) + bytes(match[0]);
    at = match.index + match[0].length;
  }
  return quoted + singleQuoted(text.slice(at)) || "''";
}

function singleQuoted(text: string): string {
  return text === '' ? '' : `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function bytes(text: string): string {
  return Array.from(
    encoder.encode(text),
    (byte) => `\\X${byte.toString(16).padStart(2, '0')}`,
  ).join('');
}
