import { originOfUrl, withoutQuery } from '../http/url.ts';
import { redirectTarget } from '../oauth/exchange-view.ts';
import type { AuthorizationRequest } from '../oauth/message.ts';
import type { Item } from './item.ts';

/**
 * Servers show their own errors at URLs such as `/error?error=…`, and applications those of a login
 * that they could not finish. Both look like responses, but do not stand at `redirect_uri` and lead
 * nowhere else: those are pages (RFC 6749 section 4.1.2.1). `pages` learns which item one of the
 * application was.
 */
export function ownErrorsAsPages(items: readonly Item[], pages: Map<Item, Item>): readonly Item[] {
  const request = items.map(({ sighting }) => sighting).find(isRequest);
  const redirectUri = request?.effective('redirect_uri');
  if (!request || !redirectUri) return items;
  const server = originOfUrl(request.endpoint);
  return items.flatMap((item) => {
    const { sighting, exchange } = item;
    if (sighting.kind !== 'response-issued' && sighting.kind !== 'response-delivered') return item;
    if (sighting.params.has('code') || isTarget(sighting.target, redirectUri)) return item;
    const isServers = originOfUrl(sighting.target) === server;
    if (!isServers && !isOfClient(item, items, redirectUri)) return item;
    if (sighting.kind === 'response-issued') return [];
    const page: Item = { ...item, sighting: { kind: 'document', exchange } };
    if (!isServers) pages.set(page, item);
    return page;
  });
}

/** Whether the application itself, at the origin of its redirect URI, sent the browser there. */
function isOfClient(item: Item, items: readonly Item[], redirectUri: string): boolean {
  const client = originOfUrl(redirectUri);
  const { url } = item.exchange.request;
  if (item.sighting.kind === 'response-issued') return originOfUrl(url) === client;
  return items.some(
    ({ exchange }) =>
      originOfUrl(exchange.request.url) === client && redirectTarget(exchange) === url,
  );
}

function isRequest(sighting: Item['sighting']): sighting is AuthorizationRequest {
  return sighting.kind === 'authorization-request';
}

/** With the freedom of a slash, since what was meant for the client is the client's. */
function isTarget(target: string, redirectUri: string): boolean {
  const bare = (url: string): string => withoutQuery(url).replace(/\/$/, '');
  return bare(target) === bare(redirectUri);
}
