import type { Exchange } from '../http/exchange.ts';
import type { Kind } from './define-kind.ts';
import { viewExchange } from './exchange-view.ts';
import { inOrder } from './kind-order.ts';
import type { Sighting } from './message.ts';
import { MESSAGE_KINDS } from './message-kinds.ts';

type Recogniser = NonNullable<Kind['recognise']>;

const requests: readonly Recogniser[] = inOrder(MESSAGE_KINDS).flatMap(
  ({ recognise }) => recognise ?? [],
);
const responses: readonly Recogniser[] = MESSAGE_KINDS.flatMap(
  ({ recogniseInResponse }) => recogniseInResponse ?? [],
);

/**
 * What an exchange carries: at most one message by its request, and one more when its response
 * issues an authorization response.
 */
export function recognise(exchange: Exchange): readonly Sighting[] {
  const view = viewExchange(exchange);
  const found: Sighting[] = [];
  for (const recogniser of requests) {
    const sighting = recogniser(view);
    if (sighting) {
      found.push(sighting);
      break;
    }
  }
  return [...found, ...responses.flatMap((recogniser) => recogniser(view) ?? [])];
}
