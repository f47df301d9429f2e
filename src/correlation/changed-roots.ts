import type { Item } from './item.ts';

/** The roots of the attempts that changed since somebody asked last. */
export class ChangedRoots {
  readonly #changed = new Set<Item>();

  add(root: Item): void {
    this.#changed.add(root);
  }

  /** All of them. Some may no longer be roots. */
  takeAll(): readonly Item[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }
}
