import { browserOf } from '../../http/browser-name.ts';
import type { Receiver } from '../../http/cookie-loss.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { isSameSite } from '../../http/site.ts';
import type { RecordingView } from '../flow.ts';
import { startsAnew } from './login-start.ts';

type Cookies = RecordingView['cookies'];

const MAX_REDIRECTS = 20;

/** What decides which cookies a browser sends with a request. `from` is the page that led to it. */
export function receiverOf(exchange: Exchange, from: string | null, cookies: Cookies): Receiver {
  const { request, startedAt, clock } = exchange;
  const first = firstOf(exchange, cookies);
  const cause = headerValue(request.headers, 'origin') ?? from;
  const begunHere = isSameSite(first.url, request.url) !== false && first.site !== 'cross-site';
  return {
    url: request.url,
    method: request.method,
    at: clock ? null : startedAt,
    crossSite: saidCrossSite(first.last) ?? differs(cause, request.url),
    begunHere: first.redirected && begunHere,
    framed: exchange.destination === 'iframe' && isEmbedded(first, request.url),
    browser: browserOf(exchange),
  };
}

/** Whether a page of another site embeds the frame that a request belongs to, as far as known. */
export function isEmbeddedElsewhere(exchange: Exchange, cookies: Cookies): boolean {
  return (
    exchange.destination === 'iframe' &&
    isEmbedded(firstOf(exchange, cookies), exchange.request.url)
  );
}

/** The request whose redirects led to another one. */
interface First {
  readonly method: string;
  readonly url: string;
  readonly site: string | null;
  readonly referrer: string | null;
  readonly redirected: boolean;
  /** `Sec-Fetch-Site` of the request itself. */
  readonly last: string | null;
}

function firstOf({ request, startedAt }: Exchange, cookies: Cookies): First {
  const last = headerValue(request.headers, 'sec-fetch-site');
  const { method } = request;
  const own = {
    method,
    url: request.url,
    site: last,
    referrer: headerValue(request.headers, 'referer'),
  };
  let first: Omit<First, 'redirected' | 'last'> & { readonly startedAt: number } = {
    ...own,
    startedAt,
  };
  for (let count = 0; count < MAX_REDIRECTS; count += 1) {
    const before = cookies.redirectTo(first.url, first.startedAt);
    if (!before || before.url === first.url || startsAnew(first.method, before.method)) break;
    first = before;
  }
  return { ...first, redirected: first.url !== request.url, last };
}

/** The browser's own word covers all redirects (W3C Fetch Metadata section 2.4). */
function saidCrossSite(site: string | null): boolean | null {
  if (site === 'cross-site') return true;
  return site === 'same-origin' || site === 'same-site' ? false : null;
}

function differs(page: string | null, url: string): boolean | null {
  const same = page === null || page === 'null' ? null : isSameSite(page, url);
  return same === null ? null : !same;
}

function isEmbedded({ site, referrer, url }: First, target: string): boolean {
  const page = referrer === null ? null : isSameSite(referrer, target);
  if (page !== null) return !page;
  return site === 'cross-site' && isSameSite(url, target) !== false;
}
