import type { Sighting } from '../oauth/message.ts';
import { rankOf } from '../oauth/message-kinds.ts';
import { isAnonymous } from '../oauth/values/placeholder.ts';
import { linksOf } from './all-links.ts';
import type { Item, Seek } from './item.ts';
import { isTokenKey, isValueKey, key, valueOfKey } from './keys.ts';
import { rehearsalSeeks } from './rehearsal-seeks.ts';

/** Makes the item of a sighting: the keys under which others find it, and what it belongs to. */
export function makeItem(sighting: Sighting): Item {
  const { exchange } = sighting;
  const self = (): Item => item;
  const links = linksOf(sighting, self);
  const sameExchange = key.exchange(exchange.id);
  const provides = links.provides.filter((name): name is string => name !== null && joins(name));
  if (sighting.kind !== 'response-issued' && !provides.includes(sameExchange))
    provides.push(sameExchange);
  const isSeek = <S extends Seek>(seek: S | null): seek is S => seek !== null && joins(seek.key);
  const item: Item = {
    id: `${exchange.id} ${sighting.kind}`,
    startedAt: exchange.startedAt,
    rank: rankOf(sighting.kind),
    exchange,
    sighting,
    provides,
    seeks: [...rehearsalSeeks(exchange), ...links.seeks].filter(isSeek),
    parentSeeks: (links.parentSeeks ?? []).filter(isSeek),
    metadataSeek: links.metadataSeek ?? null,
    rootable: links.rootable,
  };
  return item;
}

/**
 * What a sanitizer wrote in place of many values joins nothing, because each of them was another value.
 * A call with a token belongs to the last one that was issued.
 */
function joins(name: string): boolean {
  return !isValueKey(name) || isTokenKey(name) || !isAnonymous(valueOfKey(name));
}
