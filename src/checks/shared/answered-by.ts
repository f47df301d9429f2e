import type { Exchange } from '../../http/exchange.ts';
import { intermediaryOf } from '../../http/intermediary.ts';
import { statusWords } from '../../http/status.ts';
import { quote } from '../../words/quote.ts';
import type { Observation } from '../check.ts';

/**
 * What a gateway says when it refuses a call with a rule of its own, such as a missing key; null
 * when the API answered, or when the gateway judged the token.
 */
export function byGateway(
  exchange: Exchange,
): (Partial<Observation> & Pick<Observation, 'observed'>) | null {
  const found = intermediaryOf(exchange);
  const { response } = exchange;
  if (!response || found?.kind !== 'gateway') return null;
  const name = found.name === null ? 'the gateway' : `the gateway (${found.name})`;
  const said = found.words === null ? '' : `: ${quote(found.words)}`;
  const wantsKey = /\b(?:api.?key|subscription key|no key)\b/i.test(found.words ?? '');
  return {
    title: 'The gateway in front of the API refuses the call',
    observed: `${name} answered ${statusWords(response)} in place of the API${said}.`.replace(
      /^t/,
      'T',
    ),
    fix: wantsKey
      ? 'Send the key that the gateway asks for beside the token, or have the gateway accept the token in its place.'
      : 'Compare the rules of the gateway for this route with the call: the API behind it has not seen the call.',
  };
}
