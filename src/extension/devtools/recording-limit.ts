import type { Exchange } from '../../http/exchange.ts';
import type { KeptFlows } from '../handover.ts';
import type { ExchangeStore } from './exchange-store.ts';

/** About how many bytes a recording may take. Some 16,000 calls of an API, or a day of work. */
const LIMIT = 32_000_000;
/** So much of the limit is left after old exchanges were removed, so that it happens rarely. */
const AFTERWARDS = 0.8;
/** Exchanges of the last milliseconds may belong to a login that is not finished. */
const FRESH = 120_000;

const NOTHING: KeptFlows = { stay: new Set(), flows: [] };

/** Keeps a recording within its limit. */
export class RecordingLimit {
  #ask: () => KeptFlows = () => NOTHING;
  /** After nothing could be removed, nothing is tried until the recording has grown by so much. */
  #nextAt = LIMIT;

  askBeforeDropping(ask: () => KeptFlows): void {
    this.#ask = ask;
  }

  /** Whether the limit is reached although everything that may go has gone. */
  isFull(store: ExchangeStore): boolean {
    return store.bytes > LIMIT;
  }

  /** Removes old exchanges if there are too many. */
  apply(store: ExchangeStore, now: number): readonly Exchange[] {
    if (store.bytes < LIMIT) this.#nextAt = LIMIT;
    if (store.bytes <= this.#nextAt) return [];
    const gone = store.shrink(LIMIT * AFTERWARDS, this.#kept(), now - FRESH);
    this.#nextAt = Math.max(LIMIT, store.bytes * 1.05);
    return gone;
  }

  /** The panel may have been closed or reloaded. */
  #kept(): KeptFlows {
    try {
      return this.#ask();
    } catch {
      this.#ask = () => NOTHING;
      return NOTHING;
    }
  }
}
