import { base64OfLatin1, latin1OfUtf8 } from './bytes.ts';
import type { PlannedBody } from './plan.ts';
import { type Template, written } from './template.ts';
import { storable, TREACHEROUS } from './treacherous.ts';

const ESCAPED = new RegExp(TREACHEROUS.source, 'g');

/** A string of JavaScript. Characters that must not be pasted are escapes. */
export function quoteJs(text: string): string {
  return JSON.stringify(storable(text)).replace(
    ESCAPED,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** An expression for a text with variables. */
export function jsText(template: Template): string {
  return written(template, quoteJs, (name) => name).join(' + ') || '""';
}

/** An expression for a header field, in which `fetch` takes each character for a byte. */
export function jsHeader(template: Template): string {
  const parts = written(
    template,
    (text) => quoteJs(latin1OfUtf8(storable(text))),
    (name, value) => (/[^\0-\x7F]/.test(value) ? `unescape(encodeURIComponent(${name}))` : name),
  );
  return parts.join(' + ') || '""';
}

/** An expression for the bytes of a binary body. */
export function jsBytes({ parts }: PlannedBody): string {
  const chunks = written(
    parts,
    (bytes) => `Uint8Array.from(atob("${base64OfLatin1(bytes)}"), (c) => c.charCodeAt(0))`,
    (name) => name,
  );
  return chunks.length === 1 ? (chunks[0] ?? '') : `new Blob([${chunks.join(', ')}])`;
}
