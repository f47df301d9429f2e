import type { LiveEntry } from './devtools-api.ts';
import { declaredSize } from './live-entry.ts';

/** How large a log may be so that reading it does no harm. */
export interface LogLimit {
  readonly entries: number;
  /** Bytes of all bodies together. */
  readonly bytes: number;
}

/** Estimates the cost of reading the log from the events since the log was last cleared. */
export class LogWeight {
  #limit: LogLimit | null;
  #entries = 0;
  #bytes = 0;

  constructor(limit: LogLimit | null) {
    this.#limit = limit;
  }

  add(entry: LiveEntry): void {
    this.#entries += 1;
    this.#bytes += declaredSize(entry) ?? 0;
  }

  clear(): void {
    this.#entries = 0;
    this.#bytes = 0;
  }

  get isTooHeavy(): boolean {
    const limit = this.#limit;
    return limit !== null && (this.#entries > limit.entries || this.#bytes > limit.bytes);
  }
}
