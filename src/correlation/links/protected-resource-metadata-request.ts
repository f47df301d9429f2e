import { key } from '../keys.ts';
import type { LinksOf } from '../links.ts';
import { byClosestLogin } from '../seeks.ts';
import { byFound, byNextLogin, byResourceUse, ofKind } from '../seeks-back-channel.ts';

/** An API rarely names more than two servers. Only this many are followed. */
const MAX_SERVERS = 5;

/** Joins an API's metadata to the client that then asks for a token for that API. */
const links: LinksOf<'protected-resource-metadata-request'> = (request) => {
  const { metadata, resource, authorizationServers, exchange } = request;
  const { url } = exchange.request;
  const tells = ofKind('protected-resource-metadata-request', (other) => other.metadata !== null);
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
            resource ? byResourceUse(resource) : null,
            ...authorizationServers.slice(0, MAX_SERVERS).map(byNextLogin),
          ],
    rootable: false,
  };
};

export default links;
