import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { originOfUrl, parseUrl, withoutFragment } from '../http/url.ts';
import { responseText } from '../oauth/exchange-view.ts';
import { type JsonObject, parseJsonObject, stringMember } from '../oauth/values/json.ts';
import { keysIn, keysOf } from '../oauth/values/key-set.ts';
import type { Item } from './item.ts';
import { Postings } from './postings.ts';

/** One state of a key set at one address. */
export interface KeySet {
  /** Where it was published: a URL, or the document that contains it. */
  readonly url: string;
  /** The issuer whose metadata name this address; null when none was recorded. */
  readonly issuer: string | null;
  readonly keys: readonly JsonObject[];
  /**
   * When the server last sent it, in milliseconds since the epoch. `-Infinity` when that is
   * unknown: it came from a cache.
   */
  readonly asOf: number;
  /** Whether only Grantscope itself fetched it. */
  readonly onDemand: boolean;
}

/** An issuer with what its provider documents. */
export interface Issuer {
  readonly name: string;
  /** All its spellings, the name among them. */
  readonly spellings: readonly string[];
  /** Where its keys are, when no metadata say so. */
  readonly keySets: readonly string[];
}

/** A key set as one response brought it. */
interface State {
  readonly keys: readonly JsonObject[];
  readonly fetches: Map<string, { readonly asOf: number; readonly onDemand: boolean }>;
}

/** Begins the address of keys that only a registration contains. */
const REGISTERED = 'the registration of ';
/** So many states are read for one question, the newest first. */
const MAX_SETS = 10;
const MAX_TEMPLATES = 20;
/** More keys than these are verified with again when their set is read again. */
const MAX_KEYS = 5_000;

/** Every key set of the recording, and which of them belong to an issuer. */
export class KeySetLedger {
  readonly #states = new Map<string, Map<string, State>>();
  /** The addresses that an issuer names, the issuers that name an address. */
  readonly #places = new Postings();
  readonly #issuers = new Postings();
  readonly #templates = new Postings();
  readonly #atOrigin = new Postings();
  /** The addresses with a key of a name. */
  readonly #named = new Postings();
  readonly #keys = new Map<string, JsonObject>();
  readonly #undo = new Map<string, (() => void)[]>();
  #known = new Map<string, readonly KeySet[]>();
  #version = 0;

  /** A number that changes whenever an answer may change. */
  get version(): number {
    return this.#version;
  }

  /** Notes what a message says about keys. Most say nothing. */
  add({ sighting, exchange }: Item): void {
    if (sighting.kind === 'jwks-request') {
      const keys = keysIn(exchange);
      if (keys) this.#publish(withoutFragment(exchange.request.url), keys, exchange);
    } else if (sighting.kind === 'metadata-request') {
      const issuer = stringMember(sighting.metadata, 'issuer');
      this.#place(issuer, stringMember(sighting.metadata, 'jwks_uri'), exchange.id);
    } else if (sighting.kind === 'client-metadata-request') {
      this.#client(sighting.clientId, sighting.metadata, exchange);
    } else if (sighting.kind === 'registration-request') {
      const { clientId } = sighting;
      const registered = parseJsonObject(responseText(exchange) ?? '');
      if (clientId !== null && registered) this.#client(clientId, registered, exchange);
    }
  }

  /** The keys of a client are in its metadata, or where they say (RFC 7591 section 2). */
  #client(clientId: string, metadata: JsonObject, exchange: Exchange): void {
    this.#place(clientId, stringMember(metadata, 'jwks_uri'), exchange.id);
    const { jwks } = metadata;
    const keys = typeof jwks === 'object' ? keysOf(jwks as JsonObject | null) : null;
    if (!keys) return;
    const url = parseUrl(clientId) ? clientId : REGISTERED + clientId;
    this.#publish(url, keys, exchange);
    this.#place(clientId, url, exchange.id);
  }

  remove(exchangeId: string): void {
    const undo = this.#undo.get(exchangeId);
    if (!undo) return;
    this.#undo.delete(exchangeId);
    for (const one of undo) one();
    this.#changed();
  }

  /** The key sets of an issuer, the newest first; empty when none can be attributed to it. */
  of(issuer: Issuer): readonly KeySet[] {
    const known = this.#known.get(issuer.name) ?? this.#read(this.#urlsOf(issuer));
    this.#known.set(issuer.name, known);
    return known;
  }

  /** Key sets of others that have a key of this name, to explain a failure. */
  othersWith(kid: string, issuer: Issuer): readonly KeySet[] {
    const own = new Set(this.#urlsOf(issuer));
    const urls = this.#named.get(kid).filter((url) => !own.has(url));
    return this.#read(urls).filter(({ keys }) => keys.some((key) => key.kid === kid));
  }

  #publish(url: string, found: readonly JsonObject[], exchange: Exchange): void {
    const { id, onDemand = false } = exchange;
    const states = this.#states.get(url) ?? new Map<string, State>();
    const texts = found.map((key) => JSON.stringify(key));
    const keys = found.map((key, index) => this.#same(texts[index] ?? '', key));
    const text = texts.join();
    const state = states.get(text) ?? { keys, fetches: new Map() };
    this.#states.set(url, states.set(text, state));
    state.fetches.set(id, { asOf: sentAt(exchange), onDemand });
    const names = keys.flatMap((key) => stringMember(key, 'kid') ?? []);
    this.#note(
      id,
      () => {
        state.fetches.delete(id);
        if (state.fetches.size === 0) states.delete(text);
        if (states.size === 0) this.#states.delete(url);
      },
      this.#atOrigin.add(originOfUrl(url) ?? '', url, id),
      ...names.map((name) => this.#named.add(name, url, id)),
    );
  }

  /** One object for each key, however often it is published. What was verified with it is remembered. */
  #same(text: string, key: JsonObject): JsonObject {
    const known = this.#keys.get(text) ?? key;
    if (this.#keys.size < MAX_KEYS) this.#keys.set(text, known);
    return known;
  }

  #place(issuer: string | null, url: string | null, id: string): void {
    if (issuer === null || url === null) return;
    this.#note(id, this.#places.add(issuer, url, id), this.#issuers.add(url, issuer, id));
    if (issuer.includes('{')) this.#note(id, this.#templates.add('', issuer, id));
  }

  #note(id: string, ...undo: readonly (() => void)[]): void {
    this.#undo.set(id, [...(this.#undo.get(id) ?? []), ...undo]);
    this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    this.#known = new Map();
  }

  /**
   * Where the keys of an issuer are: where its metadata say, else where its provider documents, else
   * at the only key set of its origin that nobody else names.
   */
  #urlsOf({ name, spellings, keySets }: Issuer): readonly string[] {
    const templates = this.#templates.get('').slice(0, MAX_TEMPLATES);
    const names = [
      ...spellings,
      ...templates.filter((template) => matchesTemplate(template, name)),
    ];
    const named = [...new Set(names.flatMap((one) => this.#places.get(one)))];
    if (named.length > 0) return named;
    const documented = keySets.filter((url) => this.#states.has(url));
    if (documented.length > 0) return documented;
    const url = parseUrl(name);
    const near = url ? this.#atOrigin.get(url.origin) : [];
    const path = url?.pathname.replace(/\/+$/, '') ?? '';
    return near.filter(
      (one) =>
        near.length === 1 &&
        !this.#issuers.has(one) &&
        parseUrl(one)?.pathname.startsWith(`${path}/`),
    );
  }

  #read(urls: readonly string[]): readonly KeySet[] {
    return urls
      .flatMap((url) =>
        [...(this.#states.get(url)?.values() ?? [])].map(({ keys, fetches }) => ({
          url,
          issuer: this.#issuers.get(url)[0] ?? null,
          keys,
          asOf: Math.max(...[...fetches.values()].map(({ asOf }) => asOf)),
          onDemand: [...fetches.values()].every(({ onDemand }) => onDemand),
        })),
      )
      .sort(newestFirst)
      .slice(0, MAX_SETS);
  }
}

/** Metadata for all tenants name their issuer with `{tenantid}` in place of the tenant. */
function matchesTemplate(template: string, issuer: string): boolean {
  const [start, end, ...more] = template.split(/\{[^{}]*\}/);
  if (start === undefined || end === undefined || more.length > 0) return false;
  const tenant = issuer.slice(start.length, issuer.length - end.length);
  if (tenant === '' || tenant.includes('/')) return false;
  return issuer.startsWith(start) && issuer.endsWith(end);
}

function newestFirst(a: KeySet, b: KeySet): number {
  if (a.asOf !== b.asOf) return a.asOf > b.asOf ? -1 : 1;
  return JSON.stringify([a.url, a.keys]) < JSON.stringify([b.url, b.keys]) ? -1 : 1;
}

/** When the server sent a document, by the clock of the recording (RFC 9111 section 4.2.3). */
function sentAt({ startedAt, duration, fromCache, response }: Exchange): number {
  if (fromCache) return Number.NEGATIVE_INFINITY;
  const age = Number(headerValue(response?.headers ?? [], 'age') ?? 0);
  return startedAt + (duration ?? 0) - (Number.isFinite(age) ? age * 1_000 : 0);
}
