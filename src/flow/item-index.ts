import type { Item, Seek } from './item.ts';
import { TimeList } from './time-list.ts';

/** Finds items by key, and who has to be asked again when a key changes. */
export class ItemIndex {
  readonly #providers = new Map<string, TimeList<Item>>();
  readonly #seekers = new Map<string, TimeList<Item>>();

  add(item: Item): void {
    for (const key of item.provides) list(this.#providers, key).add(item);
    for (const key of seekKeys(item)) list(this.#seekers, key).add(item);
  }

  remove(item: Item): void {
    for (const key of item.provides) drop(this.#providers, key, item);
    for (const key of seekKeys(item)) drop(this.#seekers, key, item);
  }

  /** Everything that provides this key, in time order. */
  providers(key: string): readonly Item[] {
    return this.#providers.get(key)?.items ?? [];
  }

  /** Answers a seek; null when nothing fits. */
  find(seek: Seek, item: Item): Item | null {
    const providers = this.#providers.get(seek.key);
    if (!providers) return null;
    const found = pick(providers, seek, item);
    if (!found || found.id === item.id) return null;
    return Math.abs(found.startedAt - item.startedAt) <= seek.within ? found : null;
  }

  /**
   * Items whose answer may change when `item` appears or goes. A newcomer matters to those behind it
   * up to the window of their seek, and to those before it only when they look ahead.
   */
  *affectedBy(item: Item): Iterable<Item> {
    for (const key of item.provides) {
      const seekers = this.#seekers.get(key);
      if (!seekers) continue;
      for (const seeker of seekers.items.length > SMALL ? near(seekers, item) : seekers.items) {
        if (seeker !== item) yield seeker;
      }
    }
  }
}

/** Below this many seekers it is cheaper to ask all than to cut a window. */
const SMALL = 16;

/** No place key joins over more than an hour; value keys rarely have more seekers than SMALL. */
const WINDOW = 3_600_000;

function near(seekers: TimeList<Item>, item: Item): readonly Item[] {
  const ahead = seekers.between(item.startedAt, Number.POSITIVE_INFINITY);
  const lookingAhead = seekers.between(item.startedAt - WINDOW, item.startedAt).filter(looksAhead);
  return [...lookingAhead, ...ahead];
}

function looksAhead(item: Item): boolean {
  const ahead = (seek: Seek): boolean => seek.pick === 'earliest-after' || seek.pick === 'nearest';
  return item.seeks.some(ahead) || item.metadataSeek !== null;
}

function pick(providers: TimeList<Item>, seek: Seek, item: Item): Item | null {
  if (seek.pick === 'previous') {
    const before = providers.before(item);
    return before && seek.accept(before) ? before : null;
  }
  if (seek.pick === 'earliest-after') return providers.earliestAfter(item, seek.accept);
  const before = providers.newestBefore(item, seek.accept);
  if (before || seek.pick === 'newest-before') return before;
  return providers.earliestAfter(item, seek.accept);
}

function seekKeys(item: Item): ReadonlySet<string> {
  const keys = new Set(item.seeks.map((seek) => seek.key));
  if (item.parentSeek) keys.add(item.parentSeek.key);
  if (item.metadataSeek) keys.add(item.metadataSeek.key);
  return keys;
}

function list(map: Map<string, TimeList<Item>>, key: string): TimeList<Item> {
  let found = map.get(key);
  if (!found) {
    found = new TimeList();
    map.set(key, found);
  }
  return found;
}

function drop(map: Map<string, TimeList<Item>>, key: string, item: Item): void {
  const found = map.get(key);
  found?.remove(item);
  if (found?.size === 0) map.delete(key);
}
