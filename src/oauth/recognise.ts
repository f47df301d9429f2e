import { isBrowserStep } from '../http/browser-step.ts';
import type { Exchange } from '../http/exchange.ts';
import { type NoteFailure, ownFailure } from '../http/own-failure.ts';
import type { Kind } from './define-kind.ts';
import { type ExchangeView, viewExchange } from './exchange-view.ts';
import { inOrder } from './kind-order.ts';
import type { Sighting } from './message.ts';
import { MESSAGE_KINDS } from './message-kinds.ts';

type Recogniser = 'recognise' | 'recogniseInResponse';

const requests = inOrder(MESSAGE_KINDS).filter(({ recognise }) => recognise);
const documents = requests.filter(({ parts }) => parts !== undefined && 'document' in parts);
const responses = MESSAGE_KINDS.filter(({ recogniseInResponse }) => recogniseInResponse);

/**
 * The messages that an exchange carries: at most one in its request, and one more when its response
 * issues an authorization response. A kind that fails recognises nothing, and `note` receives the
 * failure. A step of the browser is no message, but it leads from one document to the next.
 */
export function recognise(exchange: Exchange, note?: NoteFailure): readonly Sighting[] {
  const view = viewExchange(exchange);
  const found: Sighting[] = [];
  const byBrowser = isBrowserStep(exchange);
  for (const kind of byBrowser ? documents : requests) {
    const sighting = ask(kind, 'recognise', view, note);
    if (sighting) {
      found.push(sighting);
      break;
    }
  }
  for (const kind of byBrowser ? [] : responses) {
    const sighting = ask(kind, 'recogniseInResponse', view, note);
    if (sighting) found.push(sighting);
  }
  return found;
}

function ask(
  kind: Kind,
  recogniser: Recogniser,
  view: ExchangeView,
  note?: NoteFailure,
): Sighting | null {
  try {
    return kind[recogniser]?.(view) ?? null;
  } catch (error) {
    note?.(ownFailure(`look for the message "${kind.word}"`, error));
    return null;
  }
}
