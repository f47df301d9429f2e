import { betterBody } from '../../http/better.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { isRedirect } from '../../http/status.ts';
import { parseUrl } from '../../http/url.ts';

/** The clocks of the processes of one browser differ by up to this many milliseconds. */
const SLACK = 5;

function endOf(exchange: Exchange): number {
  return exchange.startedAt + (exchange.duration ?? 0);
}

/** Whether this entry is the page's half of a request that a service worker made for it. */
export function isPageHalf(exchange: Exchange, viaWorker: boolean): boolean {
  if (exchange.request.headersComplete) return false;
  return viaWorker || (exchange.response === null && exchange.failure?.text === 'net::ERR_FAILED');
}

/** Whether the worker made its request while the page waited for the same one. */
export function arePair(page: Exchange, worker: Exchange): boolean {
  return (
    page.id !== worker.id &&
    worker.request.headersComplete &&
    page.request.method === worker.request.method &&
    page.request.url === worker.request.url &&
    worker.startedAt >= page.startedAt - SLACK &&
    endOf(worker) <= endOf(page) + SLACK
  );
}

/** Merges both into one exchange. What went over the wire is the worker's, the rest the page's. */
export function mergePair(page: Exchange, worker: Exchange): Exchange {
  const { destination, mode, initiator, frame, duration, startedAt } = page;
  const whole = { ...worker, destination, mode, initiator, frame, duration, startedAt };
  if (!worker.response || !page.response) return whole;
  const body = betterBody(page.response.body, worker.response.body);
  return { ...whole, response: { ...worker.response, body }, delivered: page.delivered };
}

/**
 * Chromium lists the target of a redirect that `redirect: 'manual'` did not follow. Unlike an
 * aborted request, it was never sent, and it begins when its redirect ends.
 */
export function isUnfollowedRedirect(exchange: Exchange, before: readonly Exchange[]): boolean {
  const { request, failure, startedAt } = exchange;
  if (exchange.response || failure?.text !== 'net::ERR_ABORTED') return false;
  if (request.headersComplete || exchange.destination !== 'empty') return false;
  return before.some(
    (hop) => redirectsTo(hop, request.url) && Math.abs(startedAt - endOf(hop)) <= 10 * SLACK,
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
