import { endOf } from '../../har/worker-halves.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { isRedirect } from '../../http/status.ts';
import { parseUrl } from '../../http/url.ts';

/** Milliseconds between a redirect and the request of its target. */
const SLACK = 50;

/**
 * Chromium lists the target of a redirect that `redirect: 'manual'` did not follow. Unlike an
 * aborted request, it was never sent, and it begins when its redirect ends.
 */
export function isUnfollowedRedirect(exchange: Exchange, before: readonly Exchange[]): boolean {
  const { request, failure, startedAt } = exchange;
  if (exchange.response || failure?.text !== 'net::ERR_ABORTED') return false;
  if (request.headersComplete || exchange.destination !== 'empty') return false;
  return before.some(
    (hop) => redirectsTo(hop, request.url) && Math.abs(startedAt - endOf(hop)) <= SLACK,
  );
}

/** Whether a response redirects to that URL (RFC 9110 section 10.2.2), apart from fragments. */
function redirectsTo(hop: Exchange, url: string): boolean {
  const { response } = hop;
  if (!response || !isRedirect(response)) return false;
  const location = headerValue(response.headers, 'location');
  const target = location === null ? null : parseUrl(location, hop.request.url);
  const wanted = parseUrl(url);
  if (!target || !wanted) return false;
  target.hash = '';
  wanted.hash = '';
  return target.href === wanted.href;
}

/** Start of the first redirect of the navigation to this URL; null if it was not recorded. */
export function chainStart(exchanges: readonly Exchange[], url: string): number | null {
  let start: number | null = null;
  let target = url;
  for (let index = exchanges.length - 1; index >= 0; index--) {
    const exchange = exchanges[index];
    if (exchange?.destination !== 'document') continue;
    if (start === null && sameDocument(exchange.request.url, url)) start = exchange.startedAt;
    else if (redirectsTo(exchange, target)) {
      start = exchange.startedAt;
      target = exchange.request.url;
    }
  }
  return start;
}

function sameDocument(one: string, other: string): boolean {
  return one.split('#', 1)[0] === other.split('#', 1)[0];
}
