import type { Body, Exchange, Header } from '../http/exchange.ts';
import { parseForm } from '../http/form.ts';
import { headerValue } from '../http/headers.ts';
import { isHtml } from '../http/media-type.ts';
import { multipartFields } from '../http/multipart.ts';
import { isError } from '../http/status.ts';
import { isMarkup, isXml } from '../http/xml-or-html.ts';
import { damagedJsonMembers, jsonMembers } from '../oauth/registry/json-members.ts';
import { isHidden } from '../oauth/registry/secrecy-class.ts';
import type { Collection } from './collect.ts';
import { collectHtml } from './collect-html.ts';
import { collectXml } from './collect-xml.ts';
import { VALUE } from './replacement.ts';

const JSON_TEXT = /^\s*[[{]/;

/** Collects the values in the bodies of an exchange, for any media type. */
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
  const fields = multipartFields(text, type);
  if (fields.length > 0) {
    collection.noteText(text);
    for (const { name, value } of fields) collection.noteParameter(name, value);
  } else if (JSON_TEXT.test(text)) collectJson(collection, text);
  else if (isXml(text, type) && !isHtml(type)) {
    collection.noteText(text);
    collectXml(collection, text, 0);
  } else if (isHtml(type) || isMarkup(text)) collectHtml(collection, text);
  else if (/^[\w.%[\]$-]+=/.test(text) && !/[\n;]\s?\w+=/.test(text)) {
    collection.noteParameters(parseForm(text));
    collection.noteText(text);
  } else collectPlain(collection, text, type, isError);
}

/** Text of any other kind: error messages, settings, scripts, streams of events. */
function collectPlain(
  collection: Collection,
  text: string,
  type: string | null,
  isError: boolean,
): void {
  collection.noteText(text);
  const isCode = /javascript|css|image|font|octet|wasm|protobuf/i.test(type ?? '');
  if (!isCode || isError) collection.noteWords(text);
  const json = /^[^[{\n]{0,80}([[{][\s\S]*[\]}])[^\]}]{0,10}$/.exec(text)?.[1];
  if (json !== undefined && !isCode) collectJson(collection, json);
  else if (!isCode) collection.noteInside(text.trim(), 0);
}

function collectJson(collection: Collection, text: string): void {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Lines of JSON, or JSON that is cut off.
    collection.noteText(text);
    for (const { member, text: value, ...classified } of damagedJsonMembers(text)) {
      if (value.includes('\\')) collection.noteParameter(member, unescaped(value));
      else collection.noteClassified(member, value, classified, 0);
    }
    return;
  }
  const keys = typeof json === 'object' && json !== null && 'keys' in json ? json.keys : null;
  if (Array.isArray(keys)) for (const key of keys as unknown[]) collectKey(collection, key);
  else collection.noteJson(json, 0);
}

/** The public members of a key look random, so only those of a private one count. */
function collectKey(collection: Collection, key: unknown): void {
  for (const { member, text, secrecy } of jsonMembers(key)) {
    if (isHidden(secrecy)) collection.note(text, member, VALUE);
  }
}

function unescaped(written: string): string {
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return written;
  }
}
