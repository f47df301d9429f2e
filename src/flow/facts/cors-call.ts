import { isCrossOrigin, originOf } from '../../http/cors-request.ts';
import { isDevelopmentHost, isLocalAddress } from '../../http/development-host.ts';
import type { Exchange, Failure } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { parseUrl, withoutQuery } from '../../http/url.ts';
import type { Message, MessageKind } from '../../oauth/message.ts';
import { kindsThat } from '../../oauth/message-kinds.ts';
import type { Flow } from '../flow.ts';

/** Messages that pages send with fetch or XMLHttpRequest: CORS applies to them. */
const CALLS = kindsThat(({ sentBy }) => sentBy === 'script');

/** The same kinds, for checks to subscribe to. */
export const CALL_KINDS: readonly MessageKind[] = [...CALLS];

/**
 * The origin of the page when CORS applies to the call; null when it does not, or when that is
 * unknown.
 */
export function crossOriginOf({ kind, exchange, preflight }: Message): string | null {
  const { mode, destination, request } = exchange;
  if (!CALLS.has(kind) || destination === 'document' || destination === 'iframe') return null;
  if (mode !== 'cors' && mode !== 'unknown') return null;
  // A request that was never sent has few headers; its preflight names the origin.
  const asking = preflight ?? exchange;
  const sent = headerValue(asking.request.headers, 'origin');
  if (sent === null && request.headersComplete) return null;
  const origin = originOf(asking);
  if (origin === null || isCrossOrigin(asking) !== true) return null;
  return origin === 'null' || /^https?:/.test(origin) ? origin : null;
}

/** Whether a failure can come from the CORS rules of a browser. */
export function isCorsBlock(failure: Failure | null): boolean {
  return failure?.reason === 'blocked' || failure?.reason === 'blocked-by-cors';
}

/** The public page that called this machine or the local network; null for any other call. */
export function localCallOf({ exchange }: Message): string | null {
  const page = originOf(exchange);
  const from = parseUrl(page ?? '');
  const to = parseUrl(exchange.request.url);
  if (!from || !to || isDevelopmentHost(from.hostname)) return null;
  return isLocalAddress(to.hostname) ? page : null;
}

/** Whether a call never left the browser and its page is unknown. */
export function isBlockedUnasked({ kind, exchange, preflight }: Message): boolean {
  return (
    CALLS.has(kind) &&
    exchange.response === null &&
    isCorsBlock(exchange.failure) &&
    preflight === null
  );
}

/**
 * Whether the request carried cookies. When there were none to send, no recorder shows the
 * credentials mode.
 */
export function credentialsOf({ request }: Exchange): boolean | null {
  const { headers } = request;
  const sent =
    headerValue(headers, 'cookie') !== null ||
    headerValue(headers, 'sec-fetch-storage-access') !== null;
  return sent ? true : null;
}

/**
 * Whether another answer of the same endpoint lets pages read it, so that the endpoint does support
 * CORS.
 */
export function correctlyShared({ messages }: Flow, { exchange, preflight }: Message): boolean {
  const allows = (other: Exchange): boolean =>
    other.response !== null &&
    headerValue(other.response.headers, 'access-control-allow-origin') !== null;
  const endpoint = withoutQuery(exchange.request.url);
  return (
    (preflight !== null && allows(preflight)) ||
    messages.some(
      (other) =>
        other.exchange.id !== exchange.id &&
        withoutQuery(other.exchange.request.url) === endpoint &&
        allows(other.exchange),
    )
  );
}
