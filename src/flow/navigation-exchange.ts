import type { Exchange, Navigation } from '../http/exchange.ts';

const PREFIX = 'navigation ';

/**
 * Makes an exchange from a change of a document's URL without a request. Only the URL is known, and
 * a response in its fragment may not be visible anywhere else.
 */
export function navigationExchange({ at, url }: Navigation): Exchange {
  return {
    id: `${PREFIX}${at} ${url}`,
    startedAt: at,
    duration: null,
    destination: 'document',
    mode: 'navigate',
    preflight: false,
    request: { method: 'GET', url, headers: [], headersComplete: false, body: null },
    response: null,
    failure: null,
    delivered: null,
    initiator: null,
    frame: null,
    source: 0,
    fromCache: false,
  };
}

/** Whether only a change of the URL was recorded. */
export function isNavigationOnly(exchange: Exchange): boolean {
  return exchange.id.startsWith(PREFIX);
}
