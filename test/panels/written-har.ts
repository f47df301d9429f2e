import { writtenEntry } from '../../src/har/own/written-entry.ts';
import type { Exchange } from '../../src/http/exchange.ts';

/** The exchanges as the text of a HAR file of some program. */
export function writtenHar(exchanges: readonly Exchange[]): string {
  const creator = { name: 'test', version: '1' };
  const entries = exchanges.map((exchange) => writtenEntry(exchange, null));
  return JSON.stringify({ log: { version: '1.2', creator, entries } });
}
