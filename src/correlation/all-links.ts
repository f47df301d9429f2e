import type { Sighting, SightingKind } from '../oauth/message.ts';
import { kindNamed, kindOfSighting } from '../oauth/message-kinds.ts';
import type { Item } from './item.ts';
import { key } from './keys.ts';
import type { Links, LinksOf } from './links.ts';
import { byClosestLogin } from './seeks.ts';
import { tokenUseLinks } from './token-use-links.ts';

/** `links/<kind>.ts` joins the messages of that kind, and the parts that make them up. */
const files = import.meta.glob<LinksOf<SightingKind>>('./links/*.ts', {
  eager: true,
  import: 'default',
});

/**
 * The links of a sighting: what it offers to others and what it belongs to, as the file of its kind
 * says.
 */
export function linksOf(sighting: Sighting, self: () => Item): Links {
  const make = files[`./links/${kindOfSighting(sighting.kind)}.ts`];
  return make ? make(sighting as never, self) : defaultLinks(sighting);
}

/**
 * Joins for a kind without its own file: by the token that it carries, else to the closest login at
 * its server.
 */
function defaultLinks(sighting: Sighting): Links {
  if ('token' in sighting) return tokenUseLinks(sighting);
  const { exchange, kind } = sighting;
  const { url } = exchange.request;
  return {
    provides: [key.endpoint(url)],
    seeks: [byClosestLogin(url, exchange)],
    rootable: kindNamed(kindOfSighting(kind)).begins === true,
  };
}
