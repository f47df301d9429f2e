import type { Body, Exchange, Header } from '../http/exchange.ts';
import { parseForm } from '../http/form.ts';
import { headerValue } from '../http/headers.ts';
import { htmlText } from '../http/html-text.ts';
import { isHtml } from '../http/media-type.ts';
import { isError } from '../http/status.ts';
import { sortOf } from './classify.ts';
import { type Collection, VALUE } from './collect.ts';
import { isAddress } from './reach.ts';

const MULTIPART_NAME = /\bname="([^"\r\n]{0,200})"/i;
const MEMBER = /"([^"\\]{1,100})"\s{0,10}:\s{0,10}"((?:[^"\\]|\\[^\n]){1,20000})/g;
/** RFC 7518 section 6: what makes a JWK a private or a shared one. */
const PRIVATE_KEY_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth'];

/** Notes what the bodies of an exchange hold, whatever their media type claims. */
export function collectBodies(collection: Collection, exchange: Exchange): void {
  const { request, response } = exchange;
  if (request.body) collectBody(collection, request.body, request.headers, false);
  if (!response) return;
  const mayBeError = response.status === null || isError(response);
  collectBody(collection, response.body, response.headers, mayBeError);
}

function collectBody(
  collection: Collection,
  body: Body,
  headers: readonly Header[],
  isError: boolean,
): void {
  if (!('text' in body) || body.text === '') return;
  const { text } = body;
  const type = headerValue(headers, 'content-type');
  collection.noteText(text);
  if (type?.toLowerCase().startsWith('multipart/')) collectMultipart(collection, text, type);
  else if (/^\s*[[{]/.test(text)) collectJson(collection, text);
  else if (isHtml(type) || /^\s*</.test(text)) collectHtml(collection, text);
  else if (/^[\w.%[\]-]+=/.test(text)) collection.noteParameters(parseForm(text));
  else if (isError) collection.noteWords(text);
}

function collectJson(collection: Collection, text: string): void {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Cut off or damaged: what still reads as a member counts.
    for (const [, name = '', value = ''] of text.matchAll(MEMBER)) {
      collection.noteParameter(name, value);
    }
    return;
  }
  const keys = typeof json === 'object' && json !== null && 'keys' in json ? json.keys : null;
  if (Array.isArray(keys)) for (const key of keys as unknown[]) collectKey(collection, key);
  else collection.noteJson(json, '', 0);
}

function collectKey(collection: Collection, key: unknown): void {
  if (typeof key !== 'object' || key === null) return;
  for (const [name, value] of Object.entries(key)) {
    if (PRIVATE_KEY_MEMBERS.includes(name)) collection.noteJson(value, name, 0, VALUE);
  }
}

function collectHtml(collection: Collection, html: string): void {
  const page = htmlText(html);
  collection.noteWords(page.text);
  collection.noteText(page.text);
  for (const { action, inputs } of page.forms) {
    collection.noteUrl(action);
    for (const { name, value, type } of inputs) {
      const isUnknown = sortOf(name) === 'unknown' && !isAddress(value);
      if (type === 'password') collection.note(value, name, { kind: 'secret', label: 'password' });
      else if (type === 'hidden' && isUnknown) {
        collection.note(value, name, { kind: 'value', label: 'hidden-input' });
      } else collection.noteParameter(name, value);
      collection.noteInside(value, 0);
    }
  }
}

/** RFC 7578: each part by the name of its field. */
function collectMultipart(collection: Collection, text: string, type: string): void {
  const boundary = /;\s*boundary="?([^";]{1,200})/i.exec(type)?.[1]?.trim();
  if (!boundary) return;
  for (const part of text.split(`--${boundary}`, 1_000)) {
    const head = part.indexOf('\r\n\r\n');
    const name = head < 0 ? undefined : MULTIPART_NAME.exec(part.slice(0, head))?.[1];
    if (name !== undefined)
      collection.noteParameter(name, part.slice(head + 4).replace(/\r?\n$/, ''));
  }
}
