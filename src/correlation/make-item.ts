import type { Sighting } from '../oauth/recognise.ts';
import { type Item, rankOf, type Seek } from './item.ts';
import { key } from './keys.ts';
import { LINKS } from './links/by-kind.ts';
import type { Links, LinksOf } from './links/links.ts';

function linksOf<K extends Sighting['kind']>(
  sighting: Extract<Sighting, { readonly kind: K }>,
  self: () => Item,
): Links {
  const make: LinksOf<K> = LINKS[sighting.kind as K];
  return make(sighting, self);
}

/** Makes the item of a sighting: what others can find it by and what it belongs to. */
export function makeItem(sighting: Sighting): Item {
  const { exchange } = sighting;
  const self = (): Item => item;
  const links = linksOf(sighting, self);
  const sameExchange = key.exchange(exchange.id);
  const provides = links.provides.filter((name): name is string => name !== null);
  if (sighting.kind !== 'response-issued' && !provides.includes(sameExchange))
    provides.push(sameExchange);
  const isSeek = <S extends Seek>(seek: S | null): seek is S => seek !== null;
  const item: Item = {
    id: `${exchange.id} ${sighting.kind}`,
    startedAt: exchange.startedAt,
    rank: rankOf(sighting.kind),
    exchange,
    sighting,
    provides,
    seeks: links.seeks.filter(isSeek),
    parentSeeks: (links.parentSeeks ?? []).filter(isSeek),
    metadataSeek: links.metadataSeek ?? null,
    rootable: links.rootable,
  };
  return item;
}
