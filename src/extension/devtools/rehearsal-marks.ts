import type { Exchange, Rehearsed } from '../../http/exchange.ts';
import { withoutFragment } from '../../http/url.ts';
import type { Rehearsal } from '../handover.ts';
import type { ToldHit } from '../wire/page-answer.ts';
import { mayBeSameForm } from '../wire/same-form.ts';

/** Milliseconds between what the page says and what DevTools say of the same call. */
const BEFORE = 300;
const AFTER = 5_000;
const MAX_MARKS = 500;
const MAX_KNOWN = 5_000;

/** A call that was really sent and has not been seen yet. */
interface Awaited {
  /** Null for the call of a preflight, whatever its method. */
  readonly method: string | null;
  readonly url: string;
  /** Null when the page does not tell. */
  readonly body: string | null;
  readonly from: number;
  readonly to: number;
  readonly rehearsed: Rehearsed;
  left: number;
}

/** Knows which exchanges met a fault that the user switched on. */
export class RehearsalMarks {
  #awaited: Awaited[] = [];
  #known = new Map<string, Rehearsed>();
  #watch: ((exchange: Exchange) => void) | null = null;
  #lasting: { readonly from: number; to: number; readonly rehearsed: Rehearsed } | null = null;

  /** The exchange with its mark. While nothing was rehearsed, the exchange itself. */
  marked(exchange: Exchange): Exchange {
    this.#watch?.(exchange);
    const rehearsed = this.#markOf(exchange);
    return rehearsed ? { ...exchange, rehearsed } : exchange;
  }

  /** Shows each exchange that comes in, before it is marked; null to show none. */
  watch(watch: ((exchange: Exchange) => void) | null): void {
    this.#watch = watch;
  }

  /** The request of a hit was sent, `copies` times, and will be recorded or is so already. */
  await(
    hit: ToldHit,
    rehearsal: Rehearsal,
    {
      copies = 1,
      before = BEFORE,
    }: { readonly copies?: number; readonly before?: number | undefined } = {},
  ): void {
    const { method, url, body, at, delay } = hit;
    const to = at + (delay ?? 0) + AFTER;
    const rehearsed = rehearsedBy(hit, rehearsal);
    const call = { method, url: withoutFragment(url), body: body === '' ? null : body };
    const awaited = { ...call, from: at - before, to, rehearsed, left: copies };
    this.#awaited = [...this.#awaited.slice(-MAX_MARKS), awaited];
    // The call itself fails with its preflight.
    if (method === 'OPTIONS') this.#awaited.push({ ...awaited, method: null });
  }

  /** The recording was cleared: calls that were not seen so far are no longer awaited. */
  cleared(): void {
    this.#awaited = [];
  }

  /** Everything that the page does from now on meets the fault; null when it no longer does. */
  lasting(rehearsal: Rehearsal | null): void {
    // What was sent before its end may be recorded after it.
    if (!rehearsal) {
      if (this.#lasting) this.#lasting.to = Math.min(this.#lasting.to, Date.now());
    } else {
      const { fault, title, armedAt, hits } = rehearsal;
      const from = hits[0]?.at ?? armedAt;
      const nothing = { name: null, before: null, after: null };
      const to = Number.POSITIVE_INFINITY;
      this.#lasting = { from, to, rehearsed: { fault, title, armedAt, hitAt: from, ...nothing } };
    }
  }

  #markOf(exchange: Exchange): Rehearsed | null {
    if (exchange.rehearsed) return null;
    const known = this.#known.get(exchange.id);
    if (known) return known;
    const found = this.#find(exchange);
    if (found) this.#known.set(exchange.id, found);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAX_KNOWN && oldest !== undefined) this.#known.delete(oldest);
    return found;
  }

  #find({ request, startedAt, preflight }: Exchange): Rehearsed | null {
    const url = withoutFragment(request.url);
    const awaited = this.#awaited.find(
      (one) =>
        one.left > 0 &&
        (one.method ?? request.method) === request.method &&
        preflight === (one.method === 'OPTIONS') &&
        one.url === url &&
        mayBeSameForm(one.body, request.body) &&
        startedAt >= one.from &&
        startedAt <= one.to,
    );
    if (awaited) {
      awaited.left -= 1;
      return awaited.rehearsed;
    }
    const lasting = this.#lasting;
    const isThen = lasting && startedAt >= lasting.from && startedAt <= lasting.to;
    return isThen ? lasting.rehearsed : null;
  }
}

/** The exchange of a call that was never sent: the page got the answer of the plan, or none. */
export function madeExchange(
  hit: ToldHit,
  rehearsal: Rehearsal,
  answer: Exchange['response'],
): Exchange {
  const { at, method, url, headers, body } = hit;
  return {
    id: `rehearsed:${rehearsal.id}:${rehearsal.hits.length}`,
    startedAt: at,
    duration: 0,
    destination: 'empty',
    mode: 'unknown',
    preflight: false,
    request: {
      method,
      url,
      headers: headers.map(([name, value]) => ({ name, value })),
      headersComplete: false,
      body: body === '' ? null : { text: body },
    },
    response: answer,
    failure: answer ? null : { reason: 'unknown', text: null },
    delivered: answer ? true : null,
    initiator: null,
    frame: null,
    source: 0,
    fromCache: false,
    rehearsed: { ...rehearsedBy(hit, rehearsal), made: true },
  };
}

function rehearsedBy({ at, name, before, after }: ToldHit, rehearsal: Rehearsal): Rehearsed {
  const { fault, title, armedAt } = rehearsal;
  return { fault, title, armedAt, hitAt: at, name, before, after };
}
