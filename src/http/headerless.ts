import type { Exchange } from './exchange.ts';
import { headerValue } from './headers.ts';
import { essence } from './media-type.ts';

/**
 * Whether a page could not add an `Authorization` header to this request: it was made by a
 * WebSocket, an EventSource (HTML section 9.2) or `sendBeacon` (Beacon section 3.2).
 */
export function cannotSendHeaders({ request, response, beacon, mode }: Exchange): boolean {
  const { url, headers, method } = request;
  if (/^wss?:/i.test(url) || headerValue(headers, 'sec-websocket-key') !== null) return true;
  if (beacon ?? (mode === 'no-cors' && method === 'POST')) return true;
  const type = essence(headerValue(response?.headers ?? [], 'content-type') ?? '');
  return (
    essence(headerValue(headers, 'accept') ?? '') === 'text/event-stream' ||
    (type === 'text/event-stream' && headerValue(headers, 'authorization') === null)
  );
}
