import type { Exchange, Header } from './exchange.ts';
import { headerValue } from './headers.ts';
import { essence } from './media-type.ts';
import { parseUrl } from './url.ts';

/** Fetch standard, "forbidden request-header": a page cannot set these, so the browser did. */
const FORBIDDEN = new Set(
  (
    'accept-charset accept-encoding access-control-request-headers access-control-request-method ' +
    'access-control-request-private-network connection content-length cookie cookie2 date dnt expect ' +
    'host keep-alive origin referer set-cookie te trailer transfer-encoding upgrade via'
  ).split(' '),
);

/** Not forbidden, but added by browsers and their cache after the CORS rules have been applied. */
const BY_BROWSER = new Set(
  (
    'user-agent cache-control pragma priority upgrade-insecure-requests if-none-match ' +
    'if-modified-since x-client-data purpose save-data'
  ).split(' '),
);

const UNSAFE_BYTE = /[\u0000-\u0008\u000A-\u001F"():<>?@[\\\]{}\u007F]/;
const LANGUAGE = /^[0-9A-Za-z *,\-.;=]*$/;
const RANGE = /^bytes=\d+-\d*$/;

/**
 * The origin of the page that made the request, as a browser would serialise it; null when unknown.
 */
export function originOf(exchange: Exchange): string | null {
  const { headers } = exchange.request;
  const origin = headerValue(headers, 'origin')?.trim();
  if (origin) return origin;
  // The initiator may be a script from elsewhere, so the Referer comes first.
  return pageOrigin(headerValue(headers, 'referer')) ?? pageOrigin(exchange.initiator);
}

/** Whether the request left the origin of its page; null when that origin is unknown. */
export function isCrossOrigin(exchange: Exchange): boolean | null {
  const origin = originOf(exchange);
  const target = pageOrigin(exchange.request.url);
  return origin === null || target === null ? null : origin !== target;
}

/** Fetch standard, "CORS-safelisted request-header": a `Content-Type` that needs no preflight. */
export function isCorsSafelistedContentType(contentType: string): boolean {
  if (UNSAFE_BYTE.test(contentType)) return false;
  const type = essence(contentType);
  return (
    type === 'application/x-www-form-urlencoded' ||
    type === 'multipart/form-data' ||
    type === 'text/plain'
  );
}

/**
 * Fetch standard, "CORS-unsafe request-header names" of the headers that the page itself set:
 * lower-cased, sorted. Any of them makes the browser send a preflight.
 */
export function corsUnsafeRequestHeaders(exchange: Exchange): string[] {
  const unsafe = new Set<string>();
  const safe: string[] = [];
  let safeSize = 0;
  for (const { name: wireName, value } of exchange.request.headers) {
    const name = wireName.toLowerCase();
    if (isByBrowser(name)) continue;
    if (!isSafelisted({ name, value })) {
      unsafe.add(name);
      continue;
    }
    safe.push(name);
    safeSize += value.length;
  }
  const names = safeSize > 1024 ? [...unsafe, ...safe] : [...unsafe];
  return [...new Set(names)].sort();
}

function isByBrowser(name: string): boolean {
  return FORBIDDEN.has(name) || BY_BROWSER.has(name) || /^(?::|sec-|proxy-|x-devtools-)/.test(name);
}

function isSafelisted({ name, value }: Header): boolean {
  if (value.length > 128) return false;
  switch (name) {
    case 'accept':
      return !UNSAFE_BYTE.test(value);
    case 'accept-language':
    case 'content-language':
      return LANGUAGE.test(value);
    case 'content-type':
      return isCorsSafelistedContentType(value);
    case 'range':
      return RANGE.test(value);
    default:
      return false;
  }
}

function pageOrigin(url: string | null): string | null {
  const parsed = url === null ? null : parseUrl(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.origin : null;
}
