import { key } from '../keys.ts';
import { type LinksOf, named } from '../links.ts';
import { byMetadata } from '../seeks.ts';

/** Joins of a CIBA request: its polls and the server's notification seek it. */
const links: LinksOf<'backchannel-authentication-request'> = (request) => {
  const { authReqId, exchange, params } = request;
  const { url } = exchange.request;
  return {
    provides: [
      named(key.authReqId, authReqId),
      named(key.client, params.get('client_id')),
      key.endpoint(url),
      key.used(url),
    ],
    seeks: [],
    metadataSeek: byMetadata(url, exchange),
    rootable: true,
  };
};

export default links;
