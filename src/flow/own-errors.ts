import { originOfUrl, withoutQuery } from '../http/url.ts';
import type { AuthorizationRequest } from '../oauth/message.ts';
import type { Item } from './item.ts';

/**
 * Servers show their own errors at URLs such as `/error?error=…`, which look like responses but lead
 * to their own origin and not to `redirect_uri`: those are pages (RFC 6749 section 4.1.2.1).
 */
export function ownErrorsAsPages(items: readonly Item[]): readonly Item[] {
  const request = items.map(({ sighting }) => sighting).find(isRequest);
  const redirectUri = request?.effective('redirect_uri');
  if (!request || !redirectUri) return items;
  const server = originOfUrl(request.endpoint);
  return items.flatMap((item) => {
    const { sighting, exchange } = item;
    if (sighting.kind !== 'response-issued' && sighting.kind !== 'response-delivered') return item;
    const own = originOfUrl(sighting.target) === server;
    if (!own || sighting.params.has('code') || isTarget(sighting.target, redirectUri)) return item;
    if (sighting.kind === 'response-issued') return [];
    return { ...item, sighting: { kind: 'document', exchange } };
  });
}

function isRequest(sighting: Item['sighting']): sighting is AuthorizationRequest {
  return sighting.kind === 'authorization-request';
}

/** With the freedom of a slash, since what was meant for the client is the client's. */
function isTarget(target: string, redirectUri: string): boolean {
  const bare = (url: string): string => withoutQuery(url).replace(/\/$/, '');
  return bare(target) === bare(redirectUri);
}
