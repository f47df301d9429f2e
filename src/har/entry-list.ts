import type { NoEntry, ScanHandler } from './scanner.ts';

/** The elements of `log.entries` as they go by. */
export class EntryList {
  readonly #handler: ScanHandler;
  #index = 0;
  /** The element at `#index` was handed out. */
  #handed = false;
  /** Depth at which the elements stand; 0 before and after. */
  depth = 0;
  /** One was there. */
  found = false;
  /** The last one was closed. */
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

  /** Hands out the present element. */
  hand(entry: object | NoEntry): void {
    this.#handed = true;
    this.#handler.entry(entry, this.#index);
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
