import type { Exchange } from '../../http/exchange.ts';
import { parseUrl } from '../../http/url.ts';
import { key } from '../keys.ts';
import type { LinksOf } from '../links.ts';
import { byClosestLogin } from '../seeks.ts';
import {
  byFound,
  byNextLogin,
  byRefusedRegistration,
  byResourceUse,
  ofKind,
} from '../seeks-back-channel.ts';

/** An API rarely names more than two servers. Only this many are followed. */
const MAX_SERVERS = 5;
/** The tries of one search follow each other this soon, in milliseconds. */
const SOON = 5_000;
const WELL_KNOWN = /\/\.well-known\/[^/]+/;

/** Joins an API's metadata to the client that then asks for a token for that API. */
const links: LinksOf<'protected-resource-metadata-request'> = (request) => {
  const { metadata, resource, authorizationServers, exchange } = request;
  const { url } = exchange.request;
  const servers = authorizationServers.slice(0, MAX_SERVERS);
  const tells = ofKind(
    'protected-resource-metadata-request',
    (other) => other.metadata !== null && isOfOneSearch(exchange, other.exchange),
  );
  return {
    provides: [
      key.resourceMetadata(url),
      key.resourceServer(url),
      key.endpoint(url),
      // Only what was found is sought by failed tries.
      metadata === null ? null : key.wellKnown(url),
    ],
    seeks:
      metadata === null
        ? [byFound(key.wellKnown(url), tells), byClosestLogin(url, exchange)]
        : [
            ...servers.map((server) => byRefusedRegistration(server, resource)),
            resource ? byResourceUse(resource) : null,
            ...servers.map(byNextLogin),
          ],
    rootable: false,
  };
};

/**
 * Whether a failed try and a document are of one search. A client tries the place for the path of
 * its resource and the one for the whole host (RFC 9728 section 3.1), and stops at what it finds.
 */
function isOfOneSearch(failed: Exchange, found: Exchange): boolean {
  const [tried, other] = [failed, found].map(({ request }) => resourcePath(request.url));
  const later = found.startedAt - failed.startedAt;
  if (tried === other || other === '') return later >= -SOON;
  return tried === '' && Math.abs(later) <= SOON;
}

/** The path of the resource whose metadata this URL is for; empty for the whole host. */
function resourcePath(url: string): string {
  return (parseUrl(url)?.pathname ?? '').replace(WELL_KNOWN, '').replace(/\/+$/, '');
}

export default links;
