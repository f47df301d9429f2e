import type { Sighting } from '../oauth/message.ts';
import { rankOf } from '../oauth/message-kinds.ts';
import { linksOf } from './all-links.ts';
import type { Item, Seek } from './item.ts';
import { key } from './keys.ts';

/** Makes the item of a sighting: the keys under which others find it, and what it belongs to. */
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
