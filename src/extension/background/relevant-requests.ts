import type { Exchange } from '../../http/exchange.ts';
import type { RequestEvent, WireEvent } from '../wire/wire-event.ts';
import { exchangeSoFar } from '../wire/wire-exchange.ts';

/** The events of a request that may still turn out to be irrelevant. */
interface Waiting {
  readonly begun: RequestEvent;
  readonly events: WireEvent[];
}

const MAX_WAITING = 500;

/**
 * Holds the events of a request back until it is known to matter, so that most requests of a page cost
 * no message. Nothing that may be a login is held: what its URL, form or destination tells goes at
 * once. If the browser stops the background meanwhile, what is held is lost.
 */
export class RelevantRequests {
  #matters: (exchange: Exchange) => boolean;
  #waiting = new Map<string, Waiting>();

  constructor(matters: (exchange: Exchange) => boolean) {
    this.#matters = matters;
  }

  /** The events to hand over now. */
  take(event: WireEvent): readonly WireEvent[] {
    if (event.type === 'request') return this.#begin(event);
    const waiting = 'requestId' in event ? this.#waiting.get(event.requestId) : undefined;
    if (!waiting || !('requestId' in event)) return [event];
    waiting.events.push(event);
    if (this.#matters(exchangeSoFar(waiting.begun, waiting.events))) {
      this.#waiting.delete(event.requestId);
      return waiting.events;
    }
    if (event.type === 'end') this.#waiting.delete(event.requestId);
    return [];
  }

  #begin(begun: RequestEvent): readonly WireEvent[] {
    this.#waiting.delete(begun.requestId);
    if (this.#matters(exchangeSoFar(begun, []))) return [begun];
    this.#waiting.set(begun.requestId, { begun, events: [begun] });
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MAX_WAITING && oldest !== undefined) this.#waiting.delete(oldest);
    return [];
  }
}
