import type { LiveEntry } from './devtools-api.ts';
import { declaredSize } from './live-entry.ts';

/** How much a log may hold for a reading of it to be harmless. */
export interface LogLimit {
  readonly entries: number;
  /** Bytes of all bodies together. */
  readonly bytes: number;
}

/** What a reading of the log would cost, by the events since the log was last cleared. */
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
