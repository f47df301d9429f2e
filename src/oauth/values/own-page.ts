import { originOf } from '../../http/cors-request.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { originOfUrl } from '../../http/url.ts';

/**
 * Whether a script of a page at the same origin sent the request. At an authorization server that is
 * its own sign-in page, for which some servers answer in JSON.
 */
export function isByOwnPage(exchange: Exchange): boolean {
  const { destination, mode, request } = exchange;
  if (destination !== 'empty' || mode === 'navigate' || mode === 'no-cors') return false;
  const site = headerValue(request.headers, 'sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return originOf(exchange) === originOfUrl(request.url);
}
