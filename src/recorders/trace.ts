import type { Item } from '../correlation/item.ts';
import { itemsOf } from '../correlation/items-of.ts';
import {
  isIssuedKey,
  issuedKeyOf,
  isTokenKey,
  isValueKey,
  valueOfKey,
} from '../correlation/keys.ts';
import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { parseHttpDate } from '../http/http-date.ts';
import { memoised } from '../http/memo.ts';
import { originOfUrl } from '../http/url.ts';
import { redirectTarget } from '../oauth/exchange-view.ts';
import { fingerprint } from './same-exchange.ts';

/** What one exchange shows about the order of events, by its recorder's own clock. */
export interface Trace {
  readonly exchange: Exchange;
  /** Values that this exchange issued. */
  readonly issues: readonly string[];
  /** Values that its request passed on from the user agent to the client. */
  readonly delivers: readonly string[];
  /** Values that its request presented. */
  readonly uses: readonly string[];
  /** Whether the answer redirects without the code. If so, the server has handled the code. */
  readonly leadsOn: boolean;
  /** Equal when two recorders saw one exchange. */
  readonly fingerprint: string;
  /** Whether it carries a value that only one attempt knows. */
  readonly hasValue: boolean;
  /** The server's own time, as a range in milliseconds; null when the answer does not say. */
  readonly server: { readonly origin: string; readonly from: number; readonly to: number } | null;
}

/** Reads an exchange once. */
export const traceOf = memoised((exchange: Exchange): Trace => {
  const items = itemsOf(exchange);
  const delivered = items.filter(({ sighting }) => sighting.kind === 'response-delivered');
  const others = items.filter(({ sighting }) => sighting.kind !== 'response-delivered');
  const delivers = issuedBy(delivered);
  return {
    exchange,
    issues: issuedBy(others),
    delivers,
    uses: items.flatMap(usesOf),
    leadsOn: leadsOn(exchange, delivers),
    fingerprint: fingerprint(exchange),
    hasValue: items.some(({ provides }) => provides.some(isValueKey)),
    server: serverClock(exchange),
  };
});

function issuedBy(items: readonly Item[]): readonly string[] {
  return items.flatMap(({ provides }) => provides.filter(isIssuedKey));
}

function usesOf({ provides, seeks, sighting }: Item): readonly string[] {
  const used = provides.flatMap((name) => issuedKeyOf(name) ?? []);
  if (sighting.kind === 'token-request') return used;
  return [...used, ...seeks.map(({ key }) => key).filter(isTokenKey)];
}

/** A page may redeem the code after it has loaded; a server that redirects has already done so. */
function leadsOn(exchange: Exchange, delivers: readonly string[]): boolean {
  const target = redirectTarget(exchange);
  if (target === null) return false;
  const values = delivers.map(valueOfKey);
  return !values.some((value) => target.includes(encodeURIComponent(value)));
}

/** `Date` has whole seconds only (RFC 9110 section 5.6.7). */
const RESOLUTION = 1_000;

function serverClock(exchange: Exchange): Trace['server'] {
  const { response, fromCache, startedAt, duration } = exchange;
  const origin = originOfUrl(exchange.request.url);
  if (!response || fromCache || duration === null || origin === null) return null;
  if (headerValue(response.headers, 'age') !== null) return null;
  const date = parseHttpDate(headerValue(response.headers, 'date') ?? '');
  if (date === null) return null;
  return { origin, from: date - startedAt - duration, to: date + RESOLUTION - startedAt };
}
