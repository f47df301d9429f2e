import type { Exchange, Navigation } from '../http/exchange.ts';

const PREFIX = 'navigation ';

/**
 * A URL that a document took on without a request, as an exchange of which only the URL is known: a
 * response in the fragment may show nowhere else.
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

/** Whether nothing but a change of the URL was seen. */
export function isNavigationOnly(exchange: Exchange): boolean {
  return exchange.id.startsWith(PREFIX);
}
