import type { Preflight } from '../../oauth/kinds/preflight.ts';
import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import type { Links } from '../links.ts';
import { byEndpoint } from '../seeks.ts';

/** Joins of a preflight: to its request, else to the attempt that is open at that server. */
export default function preflightLinks(sighting: Preflight, self: () => Item): Links {
  const { url } = sighting.exchange.request;
  const atServer: Seek = {
    key: key.server(url),
    pick: 'newest-before',
    within: 120_000,
    accept: () => true,
  };
  return { provides: [], seeks: [byEndpoint(url, self), atServer], rootable: false };
}
