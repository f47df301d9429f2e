import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { withoutFragment } from '../http/url.ts';
import type { Item } from './item.ts';
import { type Timed, TimeList } from './time-list.ts';
import { type Visit, visitOf } from './visit.ts';

/** Older visits are forgotten. */
const MAX_VISITS = 10_000;
const MAX_SET_AT = 50;
/** How long before its first message the cookies of an attempt may have been set, in milliseconds. */
export const BEFORE_LOGIN = 600_000;

/** An attempt whose findings depend on the cookies of this time. */
interface Span extends Timed {
  readonly root: Item;
  readonly from: number;
}

/**
 * What the responses of a recording set in cookies, and where requests with cookies went, in time
 * order. The jar of a browser follows from it.
 */
export class CookieLedger {
  readonly #visits = new Map<string, Visit>();
  readonly #index = new Map<string, TimeList<Visit>>();
  /** Ids of the exchanges that have a `Cookie` field, by source. */
  readonly #shown = new Map<number, Set<string>>();
  readonly #sourceOf = new Map<string, number>();
  readonly #spans = new Map<Item, Span>();
  /** The same spans, ordered by their end. */
  readonly #ends = new TimeList<Span>();
  readonly #dirty: (root: Item) => void;

  /** `dirty` receives the attempts whose cookies changed. */
  constructor(dirty: (root: Item) => void) {
    this.#dirty = dirty;
  }

  add(exchange: Exchange): void {
    this.#noteField(exchange);
    const visit = visitOf(exchange);
    if (!visit) return;
    this.#visits.set(visit.id, visit);
    for (const key of keysOf(visit)) {
      const list = this.#index.get(key) ?? new TimeList();
      list.add(visit);
      this.#index.set(key, list);
    }
    this.#touch(visit.startedAt);
    const [oldest] = this.#visits.keys();
    if (this.#visits.size > MAX_VISITS && oldest !== undefined) this.#drop(oldest);
  }

  remove(id: string): void {
    this.#forgetField(id);
    this.#drop(id);
  }

  /**
   * Remembers that an attempt depends on the cookies from before it until its last message. Without
   * items, it is no attempt (any more).
   */
  watch(root: Item, items: readonly Item[]): void {
    this.#unwatch(root);
    const begun = items[0]?.startedAt;
    const until = items.at(-1)?.startedAt;
    if (begun === undefined || until === undefined) return;
    // What a frame lacks shows in visits that may be long ago.
    const framed = items.some(({ exchange }) => exchange.destination === 'iframe');
    const from = framed ? Number.NEGATIVE_INFINITY : begun - BEFORE_LOGIN;
    const span: Span = { id: root.id, startedAt: until, rank: 0, root, from };
    this.#spans.set(root, span);
    this.#ends.add(span);
  }

  #unwatch(root: Item): void {
    const span = this.#spans.get(root);
    if (!span) return;
    this.#spans.delete(root);
    this.#ends.remove(span);
  }

  /** Whether any request that this source recorded has a `Cookie` field. */
  shows(source: number): boolean {
    return (this.#shown.get(source)?.size ?? 0) > 0;
  }

  /** The last request up to a moment that redirected to this URL. */
  redirectTo(url: string, until: number): Visit | null {
    return last(this.#list(targetKey(url)), until);
  }

  /** The last response up to a moment that set or removed a cookie of that name, if accepted. */
  lastSetting(name: string, until: number, accept: (visit: Visit) => boolean): Visit | null {
    return last(this.#list(nameKey(name)), until, accept);
  }

  /** The last response up to a moment that gave a cookie this value. */
  settingOf(name: string, value: string, until: number): Visit | null {
    return last(this.#list(valueKey(name, value)), until);
  }

  /** The last responses of a host that set cookies between two moments, at most 50. */
  setAt(host: string, from: number, until: number): readonly Visit[] {
    return (this.#list(hostKey(host))?.between(from, until) ?? []).slice(-MAX_SET_AT);
  }

  /** The last document of a host up to a moment that came with cookies outside of frames. */
  visitOf(host: string, until: number): Visit | null {
    return last(this.#list(visitedKey(host)), until);
  }

  #list(key: string): TimeList<Visit> | undefined {
    return this.#index.get(key);
  }

  #drop(id: string): void {
    const visit = this.#visits.get(id);
    if (!visit) return;
    this.#visits.delete(id);
    for (const key of keysOf(visit)) {
      const list = this.#index.get(key);
      list?.remove(visit);
      if (list?.size === 0) this.#index.delete(key);
    }
    this.#touch(visit.startedAt);
  }

  /** Marks the attempts that a change at this moment concerns. Usually it is later than all. */
  #touch(at: number): void {
    for (const { root, from } of this.#ends.between(at, Number.POSITIVE_INFINITY)) {
      if (from <= at) this.#dirty(root);
    }
  }

  #noteField({ id, source, request }: Exchange): void {
    if (headerValue(request.headers, 'cookie') === null) return;
    const shown = this.#shown.get(source) ?? new Set();
    this.#shown.set(source, shown.add(id));
    this.#sourceOf.set(id, source);
    if (shown.size === 1) this.#touchAll();
  }

  #forgetField(id: string): void {
    const source = this.#sourceOf.get(id);
    if (source === undefined) return;
    this.#sourceOf.delete(id);
    const shown = this.#shown.get(source);
    shown?.delete(id);
    if (shown?.size === 0) this.#touchAll();
  }

  #touchAll(): void {
    for (const root of this.#spans.keys()) this.#dirty(root);
  }
}

const targetKey = (url: string): string => `target ${withoutFragment(url)}`;
const nameKey = (name: string): string => `name ${name}`;
const valueKey = (name: string, value: string): string => `value ${name}=${value}`;
const hostKey = (host: string): string => `host ${host}`;
const visitedKey = (host: string): string => `visited ${host}`;

function keysOf({ target, set, host, document, framed, sent }: Visit): ReadonlySet<string> {
  const keys = new Set<string>();
  if (target !== null) keys.add(targetKey(target));
  if (set.length > 0) keys.add(hostKey(host));
  for (const { name, value } of set) keys.add(nameKey(name)).add(valueKey(name, value));
  if (document && !framed && sent !== null && sent.length > 0) keys.add(visitedKey(host));
  return keys;
}

function last(
  list: TimeList<Visit> | undefined,
  until: number,
  accept: (visit: Visit) => boolean = () => true,
): Visit | null {
  const end = { id: '\uffff', startedAt: until, rank: Number.POSITIVE_INFINITY };
  return list?.newestBefore(end, accept) ?? null;
}
