import { key } from '../keys.ts';
import type { LinksOf } from '../links.ts';
import { byClosestLogin, byValue } from '../seeks.ts';

/**
 * Joins of a key set: to the metadata that names it, else to the login for which it was fetched.
 */
const links: LinksOf<'jwks-request'> = ({ exchange }) => ({
  provides: [key.endpoint(exchange.request.url)],
  seeks: [byValue(key.jwks(exchange.request.url)), byClosestLogin(exchange.request.url, exchange)],
  rootable: false,
});

export default links;
