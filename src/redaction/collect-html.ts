import { type Attributes, htmlTokens } from '../http/html-tokens.ts';
import { classifyName } from '../oauth/registry/secrecy.ts';
import { isHidden } from '../oauth/registry/secrecy-class.ts';
import type { Collection } from './collect.ts';
import { nameBefore } from './name-before.ts';
import { isAddress } from './reach.ts';
import type { Replacement } from './replacement.ts';

const MAX_HTML = 4_000_000;
const MAX_TEXT = 200_000;
const PASSWORD: Replacement = {
  class: 'secret',
  label: 'password',
  because: 'A field for a password',
};
const HIDDEN: Replacement = {
  class: 'value',
  label: 'hidden-input',
  because: 'A hidden field of a page',
};
const LINKS = ['href', 'action', 'src', 'formaction', 'data-url', 'data-href'];
/** `"name": "value"` and `name = 'value'` in scripts and attributes of pages. */
const ASSIGNED = /[:=]\s{0,5}(?:"([^"\n]{2,20000})"|'([^'\n]{2,20000})')/g;
/** What pages of the tool itself and of everybody hide: it identifies nobody. */
const HARMLESS = /^(?:utf8|_method|locale|lang|submit|action|commit|op)$/i;

/** Collects from a page: what users read, fields, links, meta elements and scripts. */
export function collectHtml(collection: Collection, html: string): void {
  const bounded = html.slice(0, MAX_HTML);
  const texts: string[] = [];
  let length = 0;
  for (const token of htmlTokens(bounded)) {
    if (token.kind === 'start') collectElement(collection, token.name, token.attributes);
    else if (token.kind === 'text' && length < MAX_TEXT && /\S/.test(token.text)) {
      texts.push(token.text);
      length += token.text.length;
    }
  }
  const text = texts.map((one) => one.replace(/\s+/g, ' ')).join('\n');
  collection.noteText(text);
  // A name often stands in an element of its own: "Signed in as <b>…</b>".
  const joined = text.replaceAll('\n', ' ').replace(/ {2,}/g, ' ');
  collection.noteWords(joined);
  if (text !== joined) collection.noteWords(text);
  if (bounded.includes('<script') || bounded.includes('data-')) collectScripts(collection, bounded);
}

function collectElement(collection: Collection, element: string, attributes: Attributes): void {
  for (const link of LINKS) {
    const url = attributes.get(link);
    if (url !== undefined && url.length > 1) collection.noteUrl(url);
  }
  const name = attributes.get('name') ?? attributes.get('property') ?? attributes.get('id') ?? '';
  const value = attributes.get(element === 'meta' ? 'content' : 'value') ?? '';
  if (value === '' || (name === '' && attributes.get('type') !== 'password')) return;
  const type = attributes.get('type')?.trim().toLowerCase();
  if (element === 'meta') {
    if (/^refresh$/i.test(attributes.get('http-equiv') ?? '')) {
      collection.noteUrl(value.replace(/^[\d\s;,]*url\s*=\s*/i, ''));
    } else if (!/viewport|theme-color|referrer|generator/.test(name)) {
      collection.noteParameter(name, value);
    }
  } else if (type === 'password') collection.note(value, name, PASSWORD);
  else if (type === 'hidden' && isUnknown(name, value)) {
    collection.note(value, name, HIDDEN);
    collection.noteInside(value, 0);
  } else if (element === 'input' || element === 'textarea' || element === 'button') {
    collection.noteParameter(name, value);
  }
}

function isUnknown(name: string, value: string): boolean {
  return classifyName(name).secrecy === 'unknown' && !isAddress(value) && !HARMLESS.test(name);
}

function collectScripts(collection: Collection, html: string): void {
  for (const { 1: double, 2: single, index } of html.matchAll(ASSIGNED)) {
    const name = nameBefore(html, index);
    if (!/[A-Za-z]/.test(name)) continue;
    const { secrecy } = classifyName(name.slice(name.lastIndexOf('.') + 1));
    if (isHidden(secrecy) || secrecy === 'personal') {
      const value = double ?? single ?? '';
      // Markup and code have members of these names that hold a word.
      if (/[\d@ _.-]|.{20}/.test(value)) collection.noteParameter(name, value);
    }
  }
}
