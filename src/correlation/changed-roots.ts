import type { Item } from './item.ts';

/** The roots of the attempts that changed since somebody asked last. */
export class ChangedRoots {
  readonly #dirty = new Set<Item>();
  readonly #otherwise = new Set<Item>();

  /** An attempt has a new item. */
  grew(root: Item): void {
    this.#dirty.add(root);
  }

  /** An attempt changed in another way: items moved, or something that it depends on changed. */
  changed(root: Item): void {
    this.#dirty.add(root);
    this.#otherwise.add(root);
  }

  /** All of them. Some may no longer be roots. */
  takeAll(): readonly Item[] {
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    return dirty;
  }

  /** Those that changed otherwise than by new items. */
  takeOtherwise(): ReadonlySet<Item> {
    const otherwise = new Set(this.#otherwise);
    this.#otherwise.clear();
    return otherwise;
  }
}
