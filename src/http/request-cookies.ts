import type { Exchange } from './exchange.ts';
import { headerValue, headerValues } from './headers.ts';

/** Name and value of a cookie, not percent-decoded; the name is empty when it has none (RFC 6265bis section 5.6). */
export interface Cookie {
  readonly name: string;
  readonly value: string;
}

/**
 * The cookies of a request, in order (RFC 6265bis section 4.2.1). HTTP/2 may split them over
 * several fields (RFC 9113 8.2.3).
 */
export function requestCookies(exchange: Exchange): Cookie[] {
  const cookies: Cookie[] = [];
  for (const part of headerValues(exchange.request.headers, 'cookie').join(';').split(';')) {
    const pair = part.trim();
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    cookies.push({
      name: equals < 0 ? '' : pair.slice(0, equals).trim(),
      value: pair.slice(equals + 1).trim(),
    });
  }
  return cookies;
}

/**
 * Whether the header fields are those that were sent, so that a recorder that shows cookies would
 * show its cookies. Some programs do not say so, but write `Host`, which is added last.
 */
export function isAsSent({ request, response }: Exchange): boolean {
  return (
    request.headersComplete || (response !== null && headerValue(request.headers, 'host') !== null)
  );
}
