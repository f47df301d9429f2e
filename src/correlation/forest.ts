import type { Item } from './item.ts';
import { compareTimed } from './time-list.ts';

/** Ways are usually shorter than this, so that only longer ones are searched for a circle. */
const LONG_WAY = 32;

/** Which item was joined to which; an item is joined to one other at most. */
export class Forest {
  readonly #up = new Map<Item, Item>();
  readonly #down = new Map<Item, Set<Item>>();
  /** Shortcuts to an item further up, so that the way to the root stays short. */
  readonly #shortcut = new Map<Item, Item>();

  /** The item that this one was joined to. */
  above(item: Item): Item | null {
    return this.#up.get(item) ?? null;
  }

  /** The items that are joined to this one now. */
  below(item: Item): readonly Item[] {
    return [...(this.#down.get(item) ?? [])];
  }

  /** The topmost item. When joins form a circle, one of the items in it. */
  rootOf(item: Item): Item {
    const way: Item[] = [];
    let passed: Set<Item> | null = null;
    let top = item;
    for (let next = this.#next(top); next; next = this.#next(top)) {
      way.push(top);
      if (way.length === LONG_WAY) passed = new Set(way);
      else passed?.add(top);
      if (passed?.has(next)) return this.#inCircle(item);
      top = next;
    }
    // The last one of the way is joined to the top itself.
    for (const one of way.slice(0, -1)) this.#shortcut.set(one, top);
    return top;
  }

  #next(item: Item): Item | undefined {
    return this.#shortcut.get(item) ?? this.#up.get(item);
  }

  #inCircle(item: Item): Item {
    const seen = new Set<Item>();
    let top = item;
    for (let next = this.#up.get(top); next && !seen.has(next); next = this.#up.get(top)) {
      seen.add(top);
      top = next;
    }
    return top;
  }

  /** The item and everything under it, in time order. */
  descend(root: Item): readonly Item[] {
    const items = this.#under(root);
    return items.length > 1 ? items.sort(compareTimed) : items;
  }

  /** The item and everything under it. */
  #under(root: Item): Item[] {
    if (!this.#down.has(root)) return [root];
    const items: Item[] = [];
    const seen = new Set<Item>([root]);
    const open = [root];
    for (let item = open.pop(); item; item = open.pop()) {
      items.push(item);
      for (const child of this.#down.get(item) ?? []) {
        if (!seen.has(child)) {
          seen.add(child);
          open.push(child);
        }
      }
    }
    return items;
  }

  /** Joins an item that is joined to nothing. */
  link(item: Item, to: Item): void {
    this.#up.set(item, to);
    let below = this.#down.get(to);
    if (!below) {
      below = new Set();
      this.#down.set(to, below);
    }
    below.add(item);
  }

  unlink(item: Item): void {
    const above = this.#up.get(item);
    if (!above) return;
    if (this.#shortcut.size > 0) for (const one of this.#under(item)) this.#shortcut.delete(one);
    this.#up.delete(item);
    const below = this.#down.get(above);
    below?.delete(item);
    if (below?.size === 0) this.#down.delete(above);
  }
}
