import type { LiveEntry } from './devtools-api.ts';
import { declaredSize } from './live-entry.ts';

/**
 * Firefox reads 2,000 entries in 3 s and a body of 50 MB in 3 to 6 s. All that time the window
 * hardly answers, and a page that loads meanwhile can lose its requests.
 */
const MAX_ENTRIES = 1_000;
/** Bytes of all bodies together. */
const MAX_BYTES = 10_000_000;

/** What a reading of the log would cost, by the events since the log was last cleared. */
export class LogWeight {
  #entries = 0;
  #bytes = 0;

  add(entry: LiveEntry): void {
    this.#entries += 1;
    this.#bytes += declaredSize(entry) ?? 0;
  }

  clear(): void {
    this.#entries = 0;
    this.#bytes = 0;
  }

  get isHeavy(): boolean {
    return this.#entries > MAX_ENTRIES || this.#bytes > MAX_BYTES;
  }
}
