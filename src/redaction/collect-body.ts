import type { Body, Exchange, Header } from '../http/exchange.ts';
import { parseForm } from '../http/form.ts';
import { headerValue } from '../http/headers.ts';
import { htmlText } from '../http/html-text.ts';
import { isHtml } from '../http/media-type.ts';
import { multipartFields } from '../http/multipart.ts';
import { isError } from '../http/status.ts';
import { damagedJsonMembers, jsonMembers } from '../oauth/registry/json-members.ts';
import { classifyName } from '../oauth/registry/secrecy.ts';
import { isHidden } from '../oauth/registry/secrecy-class.ts';
import { type Collection, VALUE } from './collect.ts';
import { isAddress } from './reach.ts';

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
  collection.noteText(text);
  const fields = multipartFields(text, type);
  if (fields.length > 0) {
    for (const { name, value } of fields) collection.noteParameter(name, value);
  } else if (/^\s*[[{]/.test(text)) collectJson(collection, text);
  else if (isHtml(type) || /^\s*</.test(text)) collectHtml(collection, text);
  else if (/^[\w.%[\]-]+=/.test(text)) collection.noteParameters(parseForm(text));
  else if (isError) collection.noteWords(text);
}

function collectJson(collection: Collection, text: string): void {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    for (const { member, text: value } of damagedJsonMembers(text)) {
      collection.noteParameter(member, value);
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

function collectHtml(collection: Collection, html: string): void {
  const page = htmlText(html);
  collection.noteWords(page.text);
  collection.noteText(page.text);
  for (const { action, inputs } of page.forms) {
    collection.noteUrl(action);
    for (const { name, value, type } of inputs) {
      const isUnknown = classifyName(name).secrecy === 'unknown' && !isAddress(value);
      if (type === 'password') collection.note(value, name, { class: 'secret', label: 'password' });
      else if (type === 'hidden' && isUnknown) {
        collection.note(value, name, { class: 'value', label: 'hidden-input' });
      } else collection.noteParameter(name, value);
      collection.noteInside(value, 0);
    }
  }
}
