import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { isAsSent, requestCookies } from '../http/request-cookies.ts';
import { responseCookies, type SetCookie } from '../http/set-cookie.ts';
import { parseUrl } from '../http/url.ts';
import { redirectTarget } from '../oauth/exchange-view.ts';
import type { Timed } from './time-list.ts';

/** What one exchange did with cookies, and where it redirected: all that is kept of it. */
export interface Visit extends Timed {
  readonly method: string;
  readonly url: string;
  /** Without the port: cookies do not distinguish ports. */
  readonly host: string;
  /** When the response was complete, in milliseconds since the epoch. */
  readonly endedAt: number;
  readonly source: number;
  /** Whether the time comes from a clock that was aligned with the browser's. */
  readonly foreignClock: boolean;
  readonly framed: boolean;
  readonly document: boolean;
  /** The absolute target of a redirect. */
  readonly target: string | null;
  readonly fromCache: boolean;
  /** RFC 9111 section 5.1, in seconds. */
  readonly age: number | null;
  readonly set: readonly SetCookie[];
  /** Names of the cookies of the request; null when the recorder may not show them. */
  readonly sent: readonly string[] | null;
  /** `Sec-Fetch-Site` (W3C Fetch Metadata). */
  readonly site: string | null;
  readonly referrer: string | null;
}

/** Null when an exchange says nothing about cookies and does not redirect. */
export function visitOf(exchange: Exchange): Visit | null {
  const { request, response, startedAt, destination } = exchange;
  const set = responseCookies(exchange);
  const target = response === null ? null : redirectTarget(exchange);
  const framed = destination === 'iframe';
  const document = framed || destination === 'document';
  const cookies = document || set.length > 0 ? requestCookies(exchange) : [];
  if (set.length === 0 && target === null && cookies.length === 0) return null;
  const age = headerValue(response?.headers ?? [], 'age');
  return {
    id: exchange.id,
    startedAt,
    rank: 0,
    method: request.method,
    url: request.url,
    host: parseUrl(request.url)?.hostname ?? '',
    endedAt: startedAt + (exchange.duration ?? 0),
    source: exchange.source,
    foreignClock: exchange.clock !== undefined,
    framed,
    document,
    target,
    fromCache: exchange.fromCache,
    age: age !== null && /^\d+$/.test(age) ? Number(age) : null,
    set,
    sent: isAsSent(exchange) ? cookies.map(({ name }) => name) : null,
    site: headerValue(request.headers, 'sec-fetch-site'),
    referrer: headerValue(request.headers, 'referer'),
  };
}
