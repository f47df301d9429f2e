import type { Parent } from './group.ts';
import type { Item } from './item.ts';
import type { ItemIndex } from './item-index.ts';

/** The items of other attempts that an item depends on. */
interface Watched {
  readonly parents: readonly Parent[];
  readonly metadata: Item | null;
}

/** Remembers which items depend on other attempts, in both directions. */
export class Watches {
  readonly #watched = new Map<Item, Watched>();
  /** For an item, the items whose attempts are inside its attempt or continue it. */
  readonly #nested = new Map<Item, Set<Item>>();

  /** Whether no item depends on another attempt. */
  get none(): boolean {
    return this.#nested.size === 0;
  }

  nestedIn(item: Item): Iterable<Item> {
    return this.#nested.get(item) ?? [];
  }

  /** Sets what an item depends on; true when that changes the item's attempt. */
  set(item: Item, now: Watched): boolean {
    const before = this.#watched.get(item);
    if (before && isSame(before, now)) return false;
    this.delete(item);
    this.#watched.set(item, now);
    for (const parent of now.parents) {
      const nested = this.#nested.get(parent.item);
      if (nested) nested.add(item);
      else this.#nested.set(parent.item, new Set([item]));
    }
    return true;
  }

  delete(item: Item): void {
    const parents = this.#watched.get(item)?.parents ?? [];
    this.#watched.delete(item);
    for (const parent of parents) {
      const nested = this.#nested.get(parent.item);
      nested?.delete(item);
      if (nested?.size === 0) this.#nested.delete(parent.item);
    }
  }
}

function isSame(a: Watched, b: Watched): boolean {
  return (
    a.metadata === b.metadata &&
    a.parents.length === b.parents.length &&
    a.parents.every(({ item }, index) => item === b.parents[index]?.item)
  );
}

/** Items of other attempts that this item depends on. */
export function watchedBy(item: Item, index: Pick<ItemIndex, 'find'>): Watched {
  const { parentSeeks, metadataSeek } = item;
  const parents = parentSeeks.flatMap((seek): readonly Parent[] => {
    const found = index.find(seek, item);
    return found ? [{ item: found, relation: seek.relation }] : [];
  });
  return { parents, metadata: metadataSeek && index.find(metadataSeek, item) };
}
