import { key } from '../keys.ts';
import type { LinksOf } from '../links.ts';
import { byClientNearby } from '../seeks-back-channel.ts';

/** Joins of a client's own document: to the attempt during which the server fetched it. */
const links: LinksOf<'client-metadata-request'> = ({ clientId, exchange }) => ({
  provides: [key.endpoint(exchange.request.url)],
  seeks: [byClientNearby(clientId)],
  rootable: false,
});

export default links;
