import { tellsLess } from '../../http/better.ts';
import type { Exchange } from '../../http/exchange.ts';

const MAX_EXCHANGES = 5_000;

/** The kept exchanges in the order of their start. Browsers deliver them in any order. */
export class ExchangeStore {
  #exchanges: Exchange[] = [];
  #byId = new Map<string, Exchange>();

  get all(): readonly Exchange[] {
    return this.#exchanges;
  }

  get(id: string): Exchange | undefined {
    return this.#byId.get(id);
  }

  /** Stores a version. False when a better one is already there. */
  put(exchange: Exchange): boolean {
    const known = this.#byId.get(exchange.id);
    if (known && tellsLess(exchange, known)) return false;
    if (known) this.#exchanges.splice(this.#exchanges.indexOf(known), 1);
    this.#byId.set(exchange.id, exchange);
    const after = this.#exchanges.findLastIndex((one) => one.startedAt <= exchange.startedAt);
    this.#exchanges.splice(after + 1, 0, exchange);
    return true;
  }

  remove(id: string): void {
    const known = this.#byId.get(id);
    if (!known) return;
    this.#byId.delete(id);
    this.#exchanges.splice(this.#exchanges.indexOf(known), 1);
  }

  /** Keeps what matches the predicate, and returns the rest. */
  retain(wanted: (exchange: Exchange) => boolean): readonly Exchange[] {
    const gone = this.#exchanges.filter((exchange) => !wanted(exchange));
    if (gone.length === 0) return gone;
    this.#exchanges = this.#exchanges.filter(wanted);
    for (const { id } of gone) this.#byId.delete(id);
    return gone;
  }

  /** Drops a tenth when there are too many. Returns how many stay, or null if all stay. */
  trim(): number | null {
    if (this.#exchanges.length <= MAX_EXCHANGES) return null;
    const stay = Math.floor(MAX_EXCHANGES * 0.9);
    const oldest = new Set(this.#exchanges.slice(0, this.#exchanges.length - stay));
    this.retain((exchange) => !oldest.has(exchange));
    return stay;
  }
}
