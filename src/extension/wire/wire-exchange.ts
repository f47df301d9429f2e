import type { Body, Destination, Exchange, Failure, Header } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { failureReason } from '../../http/network-error.ts';
import { withoutFragment } from '../../http/url.ts';
import { mayBeSameForm } from './same-form.ts';
import type { CopyEvent, EndEvent, HeadersEvent, RequestEvent, WireEvent } from './wire-event.ts';

/** One hop of a request chain: what is known of it so far. */
interface Hop {
  readonly id: string;
  readonly begun: RequestEvent;
  readonly sentFrom: Exchange['sentFrom'];
  sent: readonly Header[] | null;
  answer: HeadersEvent | EndEvent | null;
  end: EndEvent | null;
  body: Body | null;
}

const MAX_HOPS = 2_000;
/** A copy waits for the events of its request for this many milliseconds. */
const COPY_PATIENCE = 30_000;
const MAX_COPIES = 50;
/** Characters of all copies that wait, and of all bodies whose events may go on. */
const MAX_HELD_TEXT = 8_000_000;

/** Turns the events of the background into exchanges. They come singly, not always in order. */
export class WireExchanges {
  #emit: (exchange: Exchange) => void;
  /** The newest hop of each request chain. */
  #hops = new Map<string, Hop>();
  #copies: CopyEvent[] = [];
  #lastId = 0;
  /** Characters of the bodies of all hops. */
  #held = 0;

  #inspected: number | null;

  /** Without `inspected`, the id of the inspected tab, all requests count as its own. */
  constructor(emit: (exchange: Exchange) => void, inspected: number | null = null) {
    this.#emit = emit;
    this.#inspected = inspected;
  }

  takeAll(events: readonly WireEvent[]): void {
    for (const event of events) this.take(event);
  }

  take(event: WireEvent): void {
    if (event.type === 'request') this.#begin(event);
    else if (event.type === 'copy') this.#copy(event);
    else this.#goOn(event);
  }

  #begin(begun: RequestEvent): void {
    const nothing = { sent: null, answer: null, end: null, body: null };
    this.#forget(begun.requestId);
    const sentFrom = this.#senderOf(begun);
    const id = `wire:${++this.#lastId}`;
    this.#hops.set(begun.requestId, { id, begun, sentFrom, ...nothing });
    this.#trim();
  }

  #forget(requestId: string): void {
    this.#held -= lengthOf(this.#hops.get(requestId)?.body);
    this.#hops.delete(requestId);
  }

  /** The newest hop stays, whatever it holds. */
  #trim(): void {
    while (this.#hops.size > 1 && (this.#hops.size > MAX_HOPS || this.#held > MAX_HELD_TEXT)) {
      const [oldest = ''] = this.#hops.keys();
      this.#forget(oldest);
    }
  }

  #senderOf({ tabId }: RequestEvent): Exchange['sentFrom'] {
    if (tabId < 0) return 'worker';
    return this.#inspected === null || tabId === this.#inspected ? undefined : 'popup';
  }

  #goOn(event: Exclude<WireEvent, RequestEvent | CopyEvent>): void {
    const hop = this.#hops.get(event.requestId);
    if (!hop) return;
    const before = lengthOf(hop.body);
    note(hop, event);
    if (event.type === 'end') hop.body ??= this.#copyOf(hop);
    this.#held += lengthOf(hop.body) - before;
    if (hop.end && !isInternal(hop)) this.#emit(exchangeOf(hop, hop.end));
    this.#trim();
  }

  #copy(copy: CopyEvent): void {
    for (const hop of [...this.#hops.values()].reverse()) {
      if (!hop.end || hop.body || !isOf(copy, hop)) continue;
      hop.body = { text: copy.text };
      this.#held += copy.text.length;
      this.#emit(exchangeOf(hop, hop.end));
      return;
    }
    this.#copies = [...this.#copies.slice(-MAX_COPIES), copy];
    let held = this.#copies.reduce((sum, { text }) => sum + text.length, 0);
    while (held > MAX_HELD_TEXT) held -= this.#copies.shift()?.text.length ?? held;
  }

  #copyOf(hop: Hop): Body | null {
    const index = this.#copies.findIndex((copy) => isOf(copy, hop));
    const [copy] = index < 0 ? [] : this.#copies.splice(index, 1);
    return copy ? { text: copy.text } : null;
  }
}

function lengthOf(body: Body | null | undefined): number {
  return body && 'text' in body ? body.text.length : 0;
}

/** Pages can forge copies, so a copy only counts for a request that the browser itself reported. */
function isOf(copy: CopyEvent, { begun, answer }: Hop): boolean {
  return (
    copy.tabId === begun.tabId &&
    copy.method === begun.method &&
    copy.status === answer?.status &&
    copy.url === withoutFragment(begun.url) &&
    Math.abs(copy.at - begun.at) < COPY_PATIENCE &&
    mayBeSameForm(copy.request, begun.body)
  );
}

/** Firefox reports a request that goes through a service worker as a redirect to itself. */
function isInternal({ begun, end }: Hop): boolean {
  return end?.redirect === begun.url && end.status === 0;
}

const DESTINATIONS: Readonly<Record<RequestEvent['kind'], Destination>> = {
  main_frame: 'document',
  sub_frame: 'iframe',
  xmlhttprequest: 'empty',
  ping: 'empty',
  other: 'other',
};

/** A request as far as these events tell of it: enough to say whether it may be OAuth. */
export function exchangeSoFar(begun: RequestEvent, events: readonly WireEvent[]): Exchange {
  const nothing = { sent: null, answer: null, end: null, body: null };
  const hop: Hop = { id: 'wire', begun, sentFrom: undefined, ...nothing };
  for (const event of events) note(hop, event);
  return exchangeOf(hop, hop.end);
}

function note(hop: Hop, event: WireEvent): void {
  if (event.type === 'sent') hop.sent = event.headers;
  else if (event.type === 'headers') hop.answer = event;
  else if (event.type === 'body') hop.body = event.body;
  else if (event.type === 'end') {
    hop.end = event;
    if (event.status > 0) hop.answer = event;
  }
}

function exchangeOf(hop: Hop, end: EndEvent | null): Exchange {
  const { begun, sent } = hop;
  const { method, url } = begun;
  const headers = sent ?? [];
  const navigation = begun.kind === 'main_frame' || begun.kind === 'sub_frame';
  const preflight =
    method === 'OPTIONS' && headerValue(headers, 'access-control-request-method') !== null;
  const failure = end && failureOf(hop, end);
  const withheld = failure?.reason.startsWith('blocked') === true;
  const script = begun.kind === 'xmlhttprequest' && headerValue(headers, 'origin') !== null;
  return {
    id: hop.id,
    startedAt: begun.at,
    duration: end && Math.max(0, end.at - begun.at),
    destination: DESTINATIONS[begun.kind],
    mode: navigation ? 'navigate' : script ? 'cors' : 'unknown',
    preflight,
    request: { method, url, headers, headersComplete: sent !== null, body: begun.body },
    response: responseOf(hop, withheld),
    failure,
    delivered: withheld ? false : (end?.delivered ?? null),
    initiator: preflight ? null : begun.initiator,
    frame: null,
    source: 0,
    fromCache: end?.fromCache ?? false,
    ...(hop.sentFrom === undefined ? {} : { sentFrom: hop.sentFrom }),
    ...(begun.kind === 'ping' ? { beacon: true } : {}),
  };
}

function responseOf({ begun, answer, body }: Hop, withheld: boolean): Exchange['response'] {
  if (!answer || answer.status < 100) return null;
  const { status, statusText, headers } = answer;
  const empty = status === 204 || begun.method === 'HEAD';
  return {
    status,
    statusText,
    headers,
    headersComplete: headers.length > 0,
    body: withheld
      ? { unknown: 'withheld' }
      : (body ?? (empty ? { text: '' } : { unknown: 'not-recorded' })),
  };
}

function failureOf({ begun, answer }: Hop, { error }: EndEvent): Failure | null {
  if (error === null) return null;
  const reason = wordFor(error);
  // A navigation that ends in a download or a 204 leaves the page as it is. That is no failure.
  const stays = begun.kind !== 'xmlhttprequest' || answer?.status === 204;
  if (reason === 'aborted' && answer && stays) return null;
  return { reason, text: error };
}

/** Firefox describes a bad certificate by a sentence in the language of the browser. */
function wordFor(error: string): Failure['reason'] {
  const reason = failureReason(error);
  return reason === 'unknown' && /\s/.test(error) ? 'tls' : reason;
}
