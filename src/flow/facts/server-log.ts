import type { Exchange } from '../../http/exchange.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { type CorrelationId, correlationIds } from '../../providers/registry/correlation-ids.ts';
import { providerOf } from '../../providers/registry/identify.ts';

/** Where the server that answered keeps what it does not say. */
interface ServerLog {
  /** Completes "Look it up in …"; null when the provider is not known. */
  readonly place: string | null;
  /** The setting that puts reasons into answers; null when none is known. */
  readonly details: string | null;
  /** The id under which the request is found there; null when the answer has none. */
  readonly id: CorrelationId | null;
}

/** What is known of the log of the server that sent an answer. */
export function serverLog(exchange: Exchange): ServerLog {
  const logs = providerOf(exchange)?.logs;
  const ids = correlationIds(exchange.response?.headers ?? [], responseText(exchange) ?? '');
  return { place: logs?.place ?? null, details: logs?.details ?? null, id: ids[0] ?? null };
}
