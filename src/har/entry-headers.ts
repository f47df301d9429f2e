import type { Header } from '../http/exchange.ts';
import { cookieHeader, setCookieHeaders } from './entry-cookies.ts';
import { asText, isRecord, type Loose } from './loose.ts';
import { isRemovedHeader } from './removed-values.ts';

/** What one pass over the request headers finds, for the rest of the conversion. */
export interface RequestFacts {
  /** `Host` or `:authority`: these headers were sent, not only planned. */
  host: boolean;
  origin: boolean;
  cookie: boolean;
  accessControlRequestMethod: boolean;
  /** The request says itself that it has a body. */
  bodyAnnounced: boolean;
  /** `Content-Length: 0`. */
  bodyEmpty: boolean;
  /** `Upgrade-Insecure-Requests`, or an `Accept` that begins with HTML: only in navigations. */
  navigation: boolean;
  fetchDest: string | null;
  fetchMode: string | null;
  /** A sanitizer removed the value of a header. */
  removed: boolean;
}

/** Compares lengths first: lower-casing every name would be slow. */
function noteRequestHeader(facts: RequestFacts, name: string, value: string): void {
  switch (name.length) {
    case 4:
      if (name.toLowerCase() === 'host') facts.host = true;
      return;
    case 6:
      noteShort(facts, name.toLowerCase(), value);
      return;
    case 10:
      if (name === ':authority') facts.host = true;
      return;
    case 14:
      noteFourteen(facts, name.toLowerCase(), value);
      return;
    case 17:
      if (name.toLowerCase() === 'transfer-encoding') facts.bodyAnnounced = true;
      return;
    case 25:
      if (name.toLowerCase() === 'upgrade-insecure-requests') facts.navigation = true;
      return;
    case 29:
      if (name.toLowerCase() === 'access-control-request-method') {
        facts.accessControlRequestMethod = true;
      }
  }
}

function noteShort(facts: RequestFacts, name: string, value: string): void {
  if (name === 'origin') facts.origin = true;
  else if (name === 'cookie') facts.cookie = true;
  else if (name === 'accept' && value.startsWith('text/html')) facts.navigation = true;
}

function noteFourteen(facts: RequestFacts, name: string, value: string): void {
  if (name === 'sec-fetch-dest') facts.fetchDest = value;
  else if (name === 'sec-fetch-mode') facts.fetchMode = value;
  else if (name === 'content-length') {
    if (value === '0') facts.bodyEmpty = true;
    else facts.bodyAnnounced = true;
  }
}

/**
 * The request headers (the same array when nothing has to change) and what they say. Cookies that
 * are only in `cookies`, as in Insomnia, become a header again. A header whose value a sanitizer
 * removed is left out.
 */
export function readRequestHeaders({ headers: raw, cookies }: Loose): {
  readonly headers: readonly Header[];
  readonly facts: RequestFacts;
} {
  const facts: RequestFacts = {
    host: false,
    origin: false,
    cookie: false,
    accessControlRequestMethod: false,
    bodyAnnounced: false,
    bodyEmpty: false,
    navigation: false,
    fetchDest: null,
    fetchMode: null,
    removed: false,
  };
  let clean = Array.isArray(raw);
  for (const item of Array.isArray(raw) ? raw : []) {
    if (!isHeader(item) || isRemovedHeader(item.value)) {
      if (isHeader(item)) facts.removed = true;
      clean = false;
      continue;
    }
    if (item.name.charCodeAt(0) === COLON) clean = false;
    noteRequestHeader(facts, item.name, item.value);
  }
  const headers = clean ? (raw as Header[]) : rebuild(raw);
  const cookie = facts.cookie ? null : cookieHeader(cookies);
  return { headers: cookie ? [...headers, cookie] : headers, facts };
}

/**
 * The response headers (the same array when nothing has to change). The target of a redirect that is
 * only in `redirectURL` becomes a `Location` again (RFC 9110 section 10.2.2).
 */
export function readResponseHeaders(response: Loose, status: number | null): readonly Header[] {
  const raw = response.headers;
  let clean = Array.isArray(raw);
  let located = status === null || status < 300 || status > 399;
  let cookies = !Array.isArray(response.cookies) || response.cookies.length === 0;
  for (const item of Array.isArray(raw) ? raw : []) {
    if (!isHeader(item) || isLeftOut(item) || isJoinedCookie(item)) {
      clean = false;
    } else if (!located && item.name.length === 8 && item.name.toLowerCase() === 'location') {
      located = true;
    }
    if (!cookies && isSetCookie(item)) cookies = true;
  }
  const headers = clean ? (raw as Header[]) : rebuild(raw);
  const target = located ? null : asText(response.redirectURL);
  const set = cookies ? [] : setCookieHeaders(response.cookies);
  if (!target && set.length === 0) return headers;
  return [...headers, ...(target ? [{ name: 'Location', value: target }] : []), ...set];
}

/** Whether there is a header that exporters remove because it holds a credential. */
export function hasCredentialHeader(headers: readonly Header[]): boolean {
  return headers.some(({ name }) =>
    /^(?:cookie|authorization|set-cookie|proxy-authorization)$/i.test(name),
  );
}

const COLON = 0x3a;

function isHeader(item: unknown): item is Header {
  return (
    typeof item === 'object' &&
    item !== null &&
    typeof (item as Loose).name === 'string' &&
    typeof (item as Loose).value === 'string'
  );
}

/** Some programs join repeated `Set-Cookie` fields with a line feed. */
function isJoinedCookie(header: Header): boolean {
  return header.value.includes('\n') && isSetCookie(header);
}

function isSetCookie({ name }: Header): boolean {
  return name?.length === 10 && name.toLowerCase() === 'set-cookie';
}

/** A pseudo-header field (RFC 9113 section 8.3), or one whose value a sanitizer removed. */
function isLeftOut({ name, value }: Header): boolean {
  return name.charCodeAt(0) === COLON || isRemovedHeader(value);
}

/** Whether a sanitizer removed the value of a header. */
export function hasRemovedHeader(raw: unknown): boolean {
  return Array.isArray(raw) && raw.some((item) => isHeader(item) && isRemovedHeader(item.value));
}

/** Drops malformed fields and those that are left out; splits joined cookies. */
function rebuild(raw: unknown): Header[] {
  const headers: Header[] = [];
  for (const { name, value } of pairs(raw)) {
    const text = typeof value === 'number' ? String(value) : (asText(value) ?? '');
    if (typeof name !== 'string' || name === '') continue;
    const header: Header = { name, value: text };
    if (isLeftOut(header)) continue;
    if (!isJoinedCookie(header)) headers.push(header);
    else for (const line of text.split('\n')) headers.push({ name, value: line });
  }
  return headers;
}

/** A few programs write the headers as one object. */
function pairs(raw: unknown): { readonly name: unknown; readonly value: unknown }[] {
  if (Array.isArray(raw)) {
    return raw.filter(isRecord).map((item) => ({ name: item.name, value: item.value }));
  }
  if (!isRecord(raw)) return [];
  return Object.entries(raw).map(([name, value]) => ({ name, value }));
}
