import type { Item } from './item.ts';
import { compareTimed } from './time-list.ts';

/** Which item was joined to which; an item is joined to one other at most. */
export class Forest {
  readonly #up = new Map<Item, Item>();
  readonly #down = new Map<Item, Set<Item>>();

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
    return items.sort(compareTimed);
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
    this.#up.delete(item);
    const below = this.#down.get(above);
    below?.delete(item);
    if (below?.size === 0) this.#down.delete(above);
  }
}
