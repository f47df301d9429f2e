import type { Exchange } from '../http/exchange.ts';
import { createTriage } from '../oauth/triage.ts';

/** APIs that answer a refused call with a status of success say it in such a member. */
const MAY_REFUSE = /"(?:errors?|code|status(?:Code)?|ok|success)"\s*:/;

/**
 * The exchanges without what APIs answered to calls that they served. Nothing in an analysis reads
 * these answers, and a report in words does not show them.
 */
export function withoutData(exchanges: readonly Exchange[]): readonly Exchange[] {
  const { learn, isServedApiCall } = createTriage();
  for (const exchange of exchanges) learn(exchange);
  return exchanges.map((exchange) => {
    const { response } = exchange;
    if (!response || !('text' in response.body) || !isServedApiCall(exchange)) return exchange;
    if (MAY_REFUSE.test(response.body.text)) return exchange;
    return { ...exchange, response: { ...response, body: { text: '' } } };
  });
}
