import { base64OfLatin1 } from './bytes.ts';
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
export function jsText(template: Template, text: (text: string) => string = quoteJs): string {
  return written(template, text, (name) => name).join(' + ') || '""';
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
