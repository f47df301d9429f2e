import { splitCredentials } from '../../../src/http/credentials.ts';
import type { Body, Exchange, Header } from '../../../src/http/exchange.ts';
import { headerValue } from '../../../src/http/headers.ts';
import { htmlText } from '../../../src/http/html-text.ts';
import { memoised } from '../../../src/http/memo.ts';
import { multipartFields } from '../../../src/http/multipart.ts';
import { requestCookies } from '../../../src/http/request-cookies.ts';
import { responseCookies } from '../../../src/http/set-cookie.ts';
import { damagedJsonMembers, jsonMembers } from '../../../src/oauth/registry/json-members.ts';
import { classifyHeader, classifyParameter } from '../../../src/oauth/registry/secrecy.ts';
import { isHidden } from '../../../src/oauth/registry/secrecy-class.ts';
import { shapedSecrets } from '../../../src/oauth/registry/secret-shapes.ts';
import { formSecrets, urlPassword, urlSecrets } from '../../../src/oauth/registry/url-secrets.ts';
import { count } from '../../../src/words/numbers.ts';
import { named } from './shown-names.ts';

/** Shorter values are everyday words. Hiding them would hide the text. */
const SHORTEST = 6;
const LONGEST_BODY = 2_000_000;

/** Whether a parameter, member or claim is hidden until the user reveals it. */
export function isSecret(name: string, value: string): boolean {
  return value !== '' && isHidden(classifyParameter(name, value).secrecy);
}

/** Whether a header field's value is hidden until the user reveals it. */
export function isSecretHeader({ name, value }: Header): boolean {
  return isHidden(classifyHeader(name, value).secrecy);
}

/** A hidden value: its last two characters, if it is long enough, and its length. */
export function masked(value: string): string {
  const end = value.length >= 10 ? value.slice(-2) : '';
  return `••••••••${end} (${count(value.length, 'character')})`;
}

type Found = Set<string>;

function fromForm(text: string, found: Found): void {
  for (const { value, raw } of formSecrets(text)) found.add(value).add(raw);
}

function fromUrl(url: string, found: Found): void {
  for (const { value, raw } of urlSecrets(url)) found.add(value).add(raw);
  found.add(urlPassword(url));
}

function fromJson(text: string, found: Found): void {
  let members = damagedJsonMembers(text);
  try {
    members = jsonMembers(JSON.parse(text));
  } catch {
    // The JSON is cut off or damaged. Members that can be read count.
  }
  for (const { secrecy, text: value } of members) {
    if (isHidden(secrecy)) found.add(value);
    else if (/[?#]/.test(value)) fromUrl(value, found);
  }
}

function fromHtml(html: string, found: Found): void {
  if (!/<input/i.test(html)) return;
  for (const { name, value, type } of htmlText(html).forms.flatMap(({ inputs }) => inputs)) {
    if (type === 'password' || isSecret(name, value)) found.add(value);
  }
}

function fromBody(body: Body | null | undefined, headers: readonly Header[], found: Found): void {
  if (!body || !('text' in body) || body.text.length > LONGEST_BODY) return;
  const { text } = body;
  for (const { value } of shapedSecrets(text)) found.add(value);
  const fields = multipartFields(text, headerValue(headers, 'content-type'));
  for (const { name, value } of fields) if (isSecret(name, value)) found.add(value);
  if (fields.length > 0) return;
  if (/^\s*[[{]/.test(text)) fromJson(text, found);
  else if (/^\s*</.test(text)) fromHtml(text, found);
  else if (text.includes('=')) fromForm(text.trim(), found);
}

function fromHeader(header: Header, found: Found): void {
  const { name, value } = header;
  for (const shaped of shapedSecrets(value)) found.add(shaped.value);
  if (/^(?:set-)?cookie2?$/i.test(name)) return;
  if (/^(?:location|referer|origin)$/i.test(name)) fromUrl(value, found);
  else if (/authorization$/i.test(name)) found.add(splitCredentials(value).credentials);
  else if (isSecretHeader(header)) found.add(value);
}

/** All secret values of an exchange, in the forms in which other texts may have them. */
export const secretsOf = memoised((exchange: Exchange): readonly string[] => {
  const found: Found = new Set();
  const { request, response } = exchange;
  const responseHeaders = response?.headers ?? [];
  fromUrl(request.url, found);
  for (const { value } of shapedSecrets(request.url)) found.add(value);
  for (const header of [...request.headers, ...responseHeaders]) fromHeader(header, found);
  for (const { value } of [...requestCookies(exchange), ...responseCookies(exchange)]) {
    found.add(value);
  }
  fromBody(request.body, request.headers, found);
  fromBody(response?.body, responseHeaders, found);
  return [...found].filter((value) => value.length >= SHORTEST);
});

function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text; // half a surrogate pair
  }
}

/** Hides all the values in a text, raw and percent-encoded. Placeholders have their names. */
export function hideIn(text: string, secrets: Iterable<string>): string {
  let hidden = named(text);
  const byLength = [...new Set(secrets)].sort((a, b) => b.length - a.length);
  for (const secret of byLength) {
    hidden = hidden.replaceAll(secret, () => masked(secret));
    const encoded = percentEncoded(secret);
    if (encoded !== secret) hidden = hidden.replaceAll(encoded, () => masked(secret));
  }
  return hidden;
}
