import { tellsLess } from '../../http/better.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { KeptFlows } from '../handover.ts';
import { exchangeSize } from './exchange-size.ts';

/** The kept exchanges in the order of their start. Browsers deliver them in any order. */
export class ExchangeStore {
  #exchanges: Exchange[] = [];
  #byId = new Map<string, Exchange>();
  #bytes = 0;

  get all(): readonly Exchange[] {
    return this.#exchanges;
  }

  /** About how many bytes all exchanges take. */
  get bytes(): number {
    return this.#bytes;
  }

  get(id: string): Exchange | undefined {
    return this.#byId.get(id);
  }

  /** Stores a version. False when a better one is already there. */
  put(exchange: Exchange): boolean {
    const known = this.#byId.get(exchange.id);
    if (known && tellsLess(exchange, known)) return false;
    if (known) this.remove(exchange.id);
    this.#byId.set(exchange.id, exchange);
    this.#bytes += exchangeSize(exchange);
    const after = this.#exchanges.findLastIndex((one) => one.startedAt <= exchange.startedAt);
    this.#exchanges.splice(after + 1, 0, exchange);
    return true;
  }

  remove(id: string): void {
    const known = this.#byId.get(id);
    if (!known) return;
    this.#byId.delete(id);
    this.#bytes -= exchangeSize(known);
    this.#exchanges.splice(this.#exchanges.lastIndexOf(known), 1);
  }

  /** Keeps what matches the predicate, and returns the rest. */
  retain(wanted: (exchange: Exchange) => boolean): readonly Exchange[] {
    const gone = this.#exchanges.filter((exchange) => !wanted(exchange));
    if (gone.length === 0) return gone;
    this.#exchanges = this.#exchanges.filter(wanted);
    for (const exchange of gone) {
      this.#byId.delete(exchange.id);
      this.#bytes -= exchangeSize(exchange);
    }
    return gone;
  }

  /**
   * Removes the oldest exchanges until at most so many bytes are left. Exchanges of one flow go
   * together, and those that have to stay do. Those that started at `before` or later stay too.
   */
  shrink(bytes: number, kept: KeptFlows, before: number): readonly Exchange[] {
    const flowOf = new Map<string, readonly string[]>();
    for (const flow of kept.flows) for (const id of flow) flowOf.set(id, flow);
    const gone = new Set<string>();
    let left = this.#bytes;
    const mayGo = (id: string) => {
      const exchange = this.#byId.get(id);
      return !exchange || (exchange.startedAt < before && !kept.stay.has(id));
    };
    for (const { id } of this.#exchanges) {
      if (left <= bytes) break;
      if (gone.has(id)) continue;
      const together = flowOf.get(id) ?? [id];
      if (!together.every(mayGo)) continue;
      for (const one of together) {
        const exchange = this.#byId.get(one);
        if (!exchange || gone.has(one)) continue;
        gone.add(one);
        left -= exchangeSize(exchange);
      }
    }
    return this.retain(({ id }) => !gone.has(id));
  }
}
