import type { Item } from '../correlation/item.ts';
import { originOfUrl, withoutQuery } from '../http/url.ts';
import { redirectTarget } from '../oauth/exchange-view.ts';
import type { ResponseSighting } from '../oauth/kinds/authorization-response.ts';
import { requestIn } from './request-in.ts';

/**
 * Treats errors at a server's or an application's own URLs as pages. Servers show their errors at
 * URLs such as `/error?error=…`. Applications do the same for logins that they could not finish.
 * Both look like responses, but they are not at `redirect_uri` and lead no further (RFC 6749
 * section 4.1.2.1). `pages` records which items were turned into a page of the application.
 */
export function ownErrorsAsPages(items: readonly Item[], pages: Map<Item, Item>): readonly Item[] {
  const request = requestIn(items);
  const redirectUri = request?.effective('redirect_uri');
  if (!request || !redirectUri) return items;
  if (!items.some(({ sighting }) => isResponse(sighting))) return items;
  const server = originOfUrl(request.endpoint);
  return items.flatMap((item) => {
    const { sighting, exchange } = item;
    if (!isResponse(sighting)) return item;
    if (sighting.params.has('code') || isTarget(sighting.target, redirectUri)) return item;
    const isServers = originOfUrl(sighting.target) === server;
    if (!isServers && !isOfClient(item, items, redirectUri)) return item;
    if (sighting.kind === 'response-issued') return [];
    const page: Item = { ...item, sighting: { kind: 'document', exchange } };
    if (!isServers) pages.set(page, item);
    return page;
  });
}

/**
 * Whether the application, at the origin of its redirect URI, sends the browser to its own error
 * page.
 */
function isOfClient({ sighting, exchange }: Item, items: readonly Item[], redirectUri: string) {
  if (!isResponse(sighting)) return false;
  const client = originOfUrl(redirectUri);
  if (!sighting.params.has('error') || originOfUrl(sighting.target) !== client) return false;
  const { url } = exchange.request;
  if (sighting.kind === 'response-issued') return originOfUrl(url) === client;
  return items.some(
    (other) =>
      originOfUrl(other.exchange.request.url) === client && redirectTarget(other.exchange) === url,
  );
}

/**
 * Whether a target is the redirect URI. A final slash makes no difference: the server means the
 * client either way.
 */
function isTarget(target: string, redirectUri: string): boolean {
  const bare = (url: string): string => withoutQuery(url).replace(/\/$/, '');
  return bare(target) === bare(redirectUri);
}

function isResponse(sighting: Item['sighting']): sighting is ResponseSighting {
  return sighting.kind === 'response-issued' || sighting.kind === 'response-delivered';
}
