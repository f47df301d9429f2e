import type { Exchange } from '../http/exchange.ts';
import { createTriage } from '../oauth/triage.ts';

const PAGE = /^\s*</;

/**
 * The exchanges with these ids without pages and what APIs answered to calls that they served. A report
 * in words does not show these bodies.
 */
export function withoutData(
  exchanges: readonly Exchange[],
  ids: ReadonlySet<string>,
): readonly Exchange[] {
  const { learn, isServedApiCall } = createTriage();
  for (const exchange of exchanges) learn(exchange);
  return exchanges
    .filter(({ id }) => ids.has(id))
    .map((exchange) => {
      const { response } = exchange;
      if (!response || !('text' in response.body)) return exchange;
      if (!PAGE.test(response.body.text) && !isServedApiCall(exchange)) return exchange;
      return { ...exchange, response: { ...response, body: { text: '' } } };
    });
}
