/**
 * Something that can be ordered in time. `rank` breaks ties, so that any order of arrival gives the
 * same list.
 */
export interface Timed {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Order within one millisecond. */
  readonly rank: number;
}

/** Orders two items; the result is never 0 for two different items. */
export function compareTimed(a: Timed, b: Timed): number {
  if (a === b) return 0;
  return a.startedAt - b.startedAt || a.rank - b.rank || (a.id < b.id ? -1 : 1);
}

/** A list ordered by time. Adding at its end, the usual case, is cheap. */
export class TimeList<T extends Timed> {
  readonly #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** All items in order; not a copy. */
  get items(): readonly T[] {
    return this.#items;
  }

  add(item: T): void {
    this.#items.splice(this.#indexAfter(item), 0, item);
  }

  remove(item: T): void {
    const index = this.#indexAfter(item) - 1;
    if (this.#items[index] === item) this.#items.splice(index, 1);
  }

  has(item: T): boolean {
    return this.#items[this.#indexAfter(item) - 1] === item;
  }

  /** The newest item before `when` that is accepted. */
  newestBefore(when: Timed, accept: (item: T) => boolean): T | null {
    for (let index = this.#indexAfter(when) - 1; index >= 0; index -= 1) {
      const item = this.#items[index];
      if (item && item !== (when as Timed) && accept(item)) return item;
    }
    return null;
  }

  /** The item right before `when`, accepted or not. */
  before(when: Timed): T | null {
    return this.newestBefore(when, () => true);
  }

  /** The earliest item after `when` that is accepted. */
  earliestAfter(when: Timed, accept: (item: T) => boolean): T | null {
    for (let index = this.#indexAfter(when); index < this.#items.length; index += 1) {
      const item = this.#items[index];
      if (item && item !== (when as Timed) && accept(item)) return item;
    }
    return null;
  }

  /** Items from `from` to `to` (milliseconds since the epoch, both included), in order. */
  between(from: number, to: number): readonly T[] {
    const start = this.#indexAfter({ id: '', startedAt: from, rank: Number.NEGATIVE_INFINITY });
    const end = this.#indexAfter({ id: '\uffff', startedAt: to, rank: Number.POSITIVE_INFINITY });
    return this.#items.slice(start, end);
  }

  /** Items up to a moment (milliseconds since the epoch, included), the last one first. */
  *backwards(until: number): Iterable<T> {
    const end = this.#indexAfter({
      id: '\uffff',
      startedAt: until,
      rank: Number.POSITIVE_INFINITY,
    });
    for (let index = end - 1; index >= 0; index -= 1) {
      const item = this.#items[index];
      if (item) yield item;
    }
  }

  /** Items after a moment (milliseconds since the epoch), in order. */
  *after(moment: number): Iterable<T> {
    const when = { id: '\uffff', startedAt: moment, rank: Number.POSITIVE_INFINITY };
    for (let index = this.#indexAfter(when); index < this.#items.length; index += 1) {
      const item = this.#items[index];
      if (item) yield item;
    }
  }

  #indexAfter(when: Timed): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = this.#items[middle];
      if (item && compareTimed(item, when) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
