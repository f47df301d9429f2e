import type { Exchange, Header } from '../../../src/http/exchange.ts';
import { parseForm } from '../../../src/http/form.ts';
import { fragmentOf, queryOf } from '../../../src/http/url.ts';
import { parameterClass } from '../../../src/oauth/registry/parameters.ts';

const TELLING_NAME =
  /token|secret|passw|pwd|assertion|api.?key|csrf|xsrf|session|credential|signature|^auth$/i;
/** Names of metadata, which speak of tokens and hold none (RFC 8414 section 2). */
const METADATA_NAME = /_(?:endpoint|uri|url|supported|types?|methods?|algs?|values|iframe)$/i;
const JWT = /^eyJ[\w-]+\.[\w-]+\./;
const SECRET_HEADER =
  /^(?:(?:proxy-)?authorization|cookie|set-cookie2?|dpop|.*(?:api-?key|token|secret|session).*)$/i;
/** Shorter values are words of everyday text: hiding them would hide the text. */
const SHORTEST = 6;
const LONGEST_BODY = 2_000_000;
const DEEPEST = 8;

/** Whether a parameter, member or claim is hidden until somebody asks for it. */
export function isSecret(name: string, value: string): boolean {
  if (value === '') return false;
  const kind = parameterClass(name);
  if (kind === 'secret' || kind === 'one-time') return true;
  if (kind !== 'unknown') return false;
  return JWT.test(value) || (TELLING_NAME.test(name) && !METADATA_NAME.test(name));
}

/** Whether a header field's value is hidden until somebody asks for it. */
export function isSecretHeader({ name, value }: Header): boolean {
  return SECRET_HEADER.test(name) || JWT.test(value);
}

/** A hidden value: its last two characters, when there are enough to spare, and its length. */
export function masked(value: string): string {
  const end = value.length >= 10 ? value.slice(-2) : '';
  return `••••••••${end} (${value.length})`;
}

function fromPairs(text: string, found: Set<string>): void {
  for (const { name, value, raw } of parseForm(text)) {
    if (isSecret(name, value)) found.add(value).add(raw);
    else if (value.includes('?') || value.includes('#')) fromUrl(value, found);
  }
}

function fromUrl(url: string, found: Set<string>): void {
  fromPairs(queryOf(url), found);
  fromPairs(fragmentOf(url), found);
}

function fromJson(value: unknown, name: string, depth: number, found: Set<string>): void {
  if (typeof value === 'string') {
    if (isSecret(name, value)) found.add(value);
    else if (value.includes('?') || value.includes('#')) fromUrl(value, found);
  } else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
    for (const [key, member] of Object.entries(value)) fromJson(member, key, depth + 1, found);
  }
}

function fromBody(text: string, found: Set<string>): void {
  if (text.length > LONGEST_BODY) return;
  if (!/^\s*[[{]/.test(text)) {
    if (text.includes('=') && !/^\s*</.test(text)) fromPairs(text.trim(), found);
    return;
  }
  try {
    fromJson(JSON.parse(text), '', 0, found);
  } catch {
    // Not JSON after all: nothing in it has a name.
  }
}

function fromHeader(header: Header, found: Set<string>): void {
  const { name, value } = header;
  if (/^(?:location|referer|origin)$/i.test(name)) fromUrl(value, found);
  else if (/^cookie$/i.test(name)) {
    for (const pair of value.split(';')) found.add(pair.slice(pair.indexOf('=') + 1).trim());
  } else if (/^set-cookie$/i.test(name)) {
    const pair = value.split(';', 1)[0] ?? '';
    found.add(pair.slice(pair.indexOf('=') + 1).trim());
  } else if (/authorization$/i.test(name)) found.add(value.replace(/^\S+\s+/, ''));
  else if (isSecretHeader(header)) found.add(value);
}

const cache = new WeakMap<Exchange, readonly string[]>();

/** Every secret value that an exchange carries, as it may stand in other texts. */
export function secretsOf(exchange: Exchange): readonly string[] {
  const known = cache.get(exchange);
  if (known) return known;
  const found = new Set<string>();
  const { request, response } = exchange;
  fromUrl(request.url, found);
  for (const header of request.headers) fromHeader(header, found);
  for (const header of response?.headers ?? []) fromHeader(header, found);
  if (request.body && 'text' in request.body) fromBody(request.body.text, found);
  if (response && 'text' in response.body) fromBody(response.body.text, found);
  const values = [...found].filter((value) => value.length >= SHORTEST);
  cache.set(exchange, values);
  return values;
}

function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text; // half a surrogate pair
  }
}

/** Hides every one of the values in a text, also where they are percent-encoded. */
export function hideIn(text: string, secrets: Iterable<string>): string {
  let hidden = text;
  const byLength = [...new Set(secrets)].sort((a, b) => b.length - a.length);
  for (const secret of byLength) {
    hidden = hidden.replaceAll(secret, () => masked(secret));
    const encoded = percentEncoded(secret);
    if (encoded !== secret) hidden = hidden.replaceAll(encoded, () => masked(secret));
  }
  return hidden;
}
