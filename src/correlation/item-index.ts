import type { Changes } from './changes.ts';
import type { Item, Seek } from './item.ts';
import { isValueKey } from './keys.ts';
import { TimeList } from './time-list.ts';

/** Finds items by key, and the items that must be resolved again when a key changes. */
export class ItemIndex {
  readonly #providers = new Map<string, TimeList<Item>>();
  readonly #seekers = new Map<string, TimeList<Item>>();
  /** Seekers that look ahead under a key, for some time. */
  readonly #lookouts = new Map<string, TimeList<Item>>();
  /** Those of them that may not have found anything before themselves. */
  readonly #open = new Map<string, TimeList<Item>>();
  /** For each key, how far ahead its lookouts look at most, in milliseconds. */
  readonly #reach = new Map<string, number>();
  /** Seekers that look ahead under a key without an end. */
  readonly #endless = new Map<string, TimeList<Item>>();

  readonly #changes: Pick<Changes, 'note'>;

  constructor(changes: Pick<Changes, 'note'>) {
    this.#changes = changes;
  }

  add(item: Item): void {
    for (const key of item.provides) {
      list(this.#providers, key).add(item);
      this.#changes.note(key);
    }
    for (const key of keysOf(seeksOf(item))) list(this.#seekers, key).add(item);
    const { bounded, endless } = lookoutsOf(item);
    for (const seek of bounded)
      this.#reach.set(seek.key, Math.max(this.#reach.get(seek.key) ?? 0, reachOf(seek)));
    for (const key of keysOf(bounded)) {
      list(this.#lookouts, key).add(item);
      list(this.#open, key).add(item);
    }
    for (const key of keysOf(endless)) list(this.#endless, key).add(item);
  }

  remove(item: Item): void {
    for (const key of item.provides) {
      drop(this.#providers, key, item);
      this.#changes.note(key);
      this.#reopen(key, item);
    }
    for (const key of keysOf(seeksOf(item))) drop(this.#seekers, key, item);
    const { bounded, endless } = lookoutsOf(item);
    for (const key of keysOf(endless)) drop(this.#endless, key, item);
    for (const key of keysOf(bounded)) {
      drop(this.#lookouts, key, item);
      drop(this.#open, key, item);
      if (!this.#lookouts.has(key)) this.#reach.delete(key);
    }
  }

  /** Everything that provides this key, in time order. */
  providers(key: string): readonly Item[] {
    return this.#providers.get(key)?.items ?? [];
  }

  /** Those up to a moment, the last one first. */
  providersUntil(key: string, moment: number): Iterable<Item> {
    return this.#providers.get(key)?.backwards(moment) ?? [];
  }

  /** Those after a moment, in time order. */
  providersAfter(key: string, moment: number): Iterable<Item> {
    return this.#providers.get(key)?.after(moment) ?? [];
  }

  /** The last of them, at most 20. Some libraries use a constant as `state`. */
  lastProviders(key: string): readonly Item[] {
    return this.providers(key).slice(-MAX_RELATED);
  }

  /** Answers a seek; null when nothing matches. */
  find(seek: Seek, item: Item): Item | null {
    const providers = this.#providers.get(seek.key);
    if (!providers) return null;
    const found = pick(providers, seek, item);
    if (!found || found.id === item.id) return null;
    const later = found.startedAt - item.startedAt;
    if (later > reachOf(seek) && !found.exchange.onDemand) return null;
    return Math.abs(later) <= seek.within ? found : null;
  }

  /**
   * Items whose answer may change when `item` appears or goes. A new item matters to later ones up
   * to the window of their seek, and to earlier ones only when they look ahead. Documents that the
   * user asked for matter to all.
   */
  *affectedBy(item: Item): Iterable<Item> {
    for (const key of item.provides) {
      const seekers = this.#seekers.get(key);
      if (!seekers) continue;
      const near = seekers.size > SMALL && !item.exchange.onDemand;
      const asked = near ? this.#near(seekers, key, item) : seekers.items;
      for (const seeker of asked) if (seeker !== item) yield seeker;
    }
  }

  /** Whether another item provides or seeks a value of this item. */
  sharesValue(item: Item): boolean {
    const wanted = seeksOf(item).some(({ key }) => isValueKey(key) && this.#providers.has(key));
    return (
      wanted ||
      item.provides.some(
        (key) => isValueKey(key) && (this.#seekers.has(key) || this.#providers.has(key)),
      )
    );
  }

  /** Whether all that an item seeks under a key was found before it. What comes later changes nothing. */
  #hasFound(item: Item, key: string): boolean {
    const providers = this.#providers.get(key);
    return seeksOf(item).every(
      (seek) =>
        seek.key !== key ||
        (seek.pick === 'nearest' && providers?.newestBefore(item, seek.accept) != null),
    );
  }

  /** Forgets those that found something before themselves. Each of them is asked once. */
  #close(key: string, asked: readonly Item[], open: readonly Item[]): void {
    if (open.length === asked.length) return;
    const still = new Set(open);
    for (const one of asked) if (!still.has(one)) drop(this.#open, key, one);
  }

  /** What was found before those after this item may have been this item. */
  #reopen(key: string, { startedAt }: Item): void {
    for (const one of this.#lookouts.get(key)?.between(startedAt, Number.POSITIVE_INFINITY) ?? []) {
      const open = list(this.#open, key);
      if (!open.has(one)) open.add(one);
    }
  }

  #near(seekers: TimeList<Item>, key: string, { startedAt }: Item): readonly Item[] {
    const after = seekers.between(startedAt, Number.POSITIVE_INFINITY);
    const earliest = startedAt - (this.#reach.get(key) ?? 0);
    const ahead = this.#open.get(key)?.between(earliest, startedAt) ?? [];
    const before = ahead.filter((seeker) => !this.#hasFound(seeker, key));
    this.#close(key, ahead, before);
    const always = this.#endless.get(key)?.between(Number.NEGATIVE_INFINITY, startedAt) ?? [];
    return [...always, ...before, ...after];
  }
}

const MAX_RELATED = 20;
/** Below this many seekers, asking all of them is cheaper than finding those in the window. */
const SMALL = 16;

function lookoutsOf(item: Item): Record<'bounded' | 'endless', readonly Seek[]> {
  const ahead = seeksOf(item).filter(looksAhead);
  return {
    bounded: ahead.filter((seek) => Number.isFinite(reachOf(seek))),
    endless: ahead.filter((seek) => !Number.isFinite(reachOf(seek))),
  };
}

function looksAhead({ pick }: Seek): boolean {
  return pick === 'closest' || pick === 'nearest' || pick === 'next';
}

function reachOf({ ahead, within }: Seek): number {
  return ahead ?? within;
}

function pick(providers: TimeList<Item>, seek: Seek, item: Item): Item | null {
  if (seek.pick === 'previous') {
    const before = providers.before(item);
    return before && seek.accept(before) ? before : null;
  }
  if (seek.pick === 'next') return providers.earliestAfter(item, seek.accept);
  const before = providers.newestBefore(item, seek.accept);
  if (seek.pick === 'newest-before') return before;
  if (before && seek.pick === 'nearest') return before;
  const after = providers.earliestAfter(item, seek.accept);
  if (!before || !after) return before ?? after;
  return item.startedAt - before.startedAt <= after.startedAt - item.startedAt ? before : after;
}

function seeksOf({ seeks, parentSeeks, metadataSeek }: Item): readonly Seek[] {
  return metadataSeek ? [...seeks, ...parentSeeks, metadataSeek] : [...seeks, ...parentSeeks];
}

function keysOf(seeks: readonly Seek[]): ReadonlySet<string> {
  return new Set(seeks.map(({ key }) => key));
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
