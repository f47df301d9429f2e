import type { Body, Exchange } from '../http/exchange.ts';
import { itemsOf } from './items-of.ts';

const MAX_SILENT = 2_000;
/** Nothing reads the bodies of these exchanges. */
const MAX_BODY = 16_384;

/**
 * Exchanges that are held only for a new analysis of the recording: they are no message, and the
 * ledgers have read what they did with cookies and codes.
 */
export class SilentExchanges {
  readonly #exchanges = new Map<string, Exchange>();

  add(exchange: Exchange): void {
    this.#exchanges.set(exchange.id, withoutLargeBody(exchange));
    const [oldest] = this.#exchanges.keys();
    if (this.#exchanges.size > MAX_SILENT && oldest !== undefined) this.#exchanges.delete(oldest);
  }

  remove(id: string): void {
    this.#exchanges.delete(id);
  }

  all(): Iterable<Exchange> {
    return this.#exchanges.values();
  }
}

function withoutLargeBody(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (response === null || !isLarge(response.body)) return exchange;
  const bare: Exchange = {
    ...exchange,
    response: { ...response, body: { unknown: 'not-fetched' } },
  };
  // Without its body it may be taken for a message.
  return itemsOf(bare).length === itemsOf(exchange).length ? bare : exchange;
}

function isLarge(body: Body): boolean {
  return 'text' in body && body.text.length > MAX_BODY;
}
