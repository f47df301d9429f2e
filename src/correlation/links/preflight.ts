import { isForToken, type Preflight } from '../../oauth/kinds/preflight.ts';
import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import type { Links } from '../links.ts';
import { byEndpoint, byHolder } from '../seeks.ts';

/**
 * Joins of a preflight: to its request, else to the attempt that is open at that server, else to the
 * attempt of the page that holds a token and asks to send it.
 */
export default function preflightLinks(sighting: Preflight, self: () => Item): Links {
  const { exchange } = sighting;
  const { url } = exchange.request;
  const atServer: Seek = {
    key: key.server(url),
    pick: 'newest-before',
    within: 120_000,
    accept: () => true,
  };
  return {
    provides: [],
    seeks: [byEndpoint(url, self), atServer, isForToken(exchange) ? byHolder(exchange) : null],
    rootable: false,
  };
}
