import { isCrossOrigin, originOf } from '../../http/cors-request.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { withoutQuery } from '../../http/url.ts';
import type { Message, MessageKind } from '../../oauth/message.ts';
import type { Flow } from '../flow.ts';

/** Messages that pages send with fetch or XMLHttpRequest. All others are navigations. */
export const CALL_KINDS = [
  'token-request',
  'userinfo-request',
  'api-call',
  'metadata-request',
  'jwks-request',
  'pushed-authorization-request',
  'device-authorization-request',
  'revocation-request',
  'introspection-request',
  'backchannel-authentication-request',
  'registration-request',
  'client-metadata-request',
  'protected-resource-metadata-request',
  'preflight',
] as const satisfies readonly MessageKind[];

const CALLS: ReadonlySet<MessageKind> = new Set(CALL_KINDS);

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

/** Whether a call never left the browser and its page is unknown. */
export function isBlockedUnasked({ kind, exchange, preflight }: Message): boolean {
  return (
    CALLS.has(kind) &&
    exchange.response === null &&
    exchange.failure?.reason === 'blocked' &&
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
