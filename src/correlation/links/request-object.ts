import { key } from '../keys.ts';
import type { LinksOf } from '../links.ts';
import { carried } from '../request-keys.ts';
import { byValue } from '../seeks.ts';

/** Joins of a request object: to the authorization request that refers to it. */
const links: LinksOf<'request-object'> = ({ params, exchange }) => ({
  provides: carried(params),
  seeks: [byValue(key.requestUri(exchange.request.url))],
  rootable: false,
});

export default links;
