import type { NoEntry, ScanHandler } from './scanner.ts';

/** Counts the elements of `log.entries` while the scanner passes them, and hands them out. */
export class EntryList {
  readonly #handler: ScanHandler;
  #index = 0;
  /** The element at `#index` has been handed out. */
  #handed = false;
  /** Nesting depth of the elements; 0 outside the list. */
  depth = 0;
  /** The text has such a list. */
  found = false;
  /** The last list has ended. */
  closed = false;

  constructor(handler: ScanHandler) {
    this.#handler = handler;
  }

  open(depth: number): void {
    this.depth = depth;
    this.found = true;
    this.closed = false;
    this.#index = 0;
    this.#handed = false;
  }

  /** Hands out the current element. */
  hand(entry: object | NoEntry, text?: string): void {
    this.#handed = true;
    this.#handler.entry(entry, this.#index, text);
  }

  next(): void {
    if (!this.#handed) this.#handler.entry('no-object', this.#index);
    this.#handed = false;
    this.#index += 1;
  }

  close(): void {
    if (!this.#handed && this.#index > 0) this.next();
    this.depth = 0;
    this.closed = true;
  }
}
