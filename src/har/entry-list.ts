import type { NoEntry, ScanHandler } from './scanner.ts';

/** Counts the elements of `log.entries` while the scanner passes them, and hands them out. */
export class EntryList {
  readonly #handler: ScanHandler;
  #index = 0;
  /** The element at `#index` has been handed out. */
  #handed = false;
  /** Something stands at `#index`. */
  #touched = false;
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
    this.#touched = false;
  }

  /** Something begins that may be an element. */
  touch(): void {
    this.#touched = true;
  }

  /** Hands out the current element. */
  hand(entry: object | NoEntry, text?: string): void {
    this.#handed = true;
    this.#handler.entry(entry, this.#index, text);
  }

  /** The current element need not be parsed; whether that is so. */
  leaveOut(text: string, start: number, end: number): boolean {
    if (!this.#handler.leavesOut(text, start, end)) return false;
    this.#handed = true;
    return true;
  }

  next(): void {
    if (!this.#handed) this.#handler.entry('no-object', this.#index);
    this.#handed = false;
    this.#touched = false;
    this.#index += 1;
  }

  close(): void {
    // Some programs write a comma after the last element.
    if (!this.#handed && this.#touched) this.next();
    this.depth = 0;
    this.closed = true;
  }
}
