import type { Exchange } from '../http/exchange.ts';
import type { NoteFailure } from '../http/own-failure.ts';
import { ChangedRoots } from './changed-roots.ts';
import { Changes } from './changes.ts';
import { CodeCopies } from './code-copies.ts';
import { CookieLedger } from './cookie-ledger.ts';
import { Forest } from './forest.ts';
import type { Group, Parent } from './group.ts';
import type { Item, Seek } from './item.ts';
import { ItemIndex } from './item-index.ts';
import { itemsOf } from './items-of.ts';
import { KeySetLedger } from './key-set-ledger.ts';
import { isValueKey, key } from './keys.ts';
import { isOfClient, messageAbove } from './page-origin.ts';
import { SilentExchanges } from './silent-exchanges.ts';
import { compareTimed } from './time-list.ts';
import { Watches, watchedBy } from './watches.ts';

/** How many items without an attempt are kept. The item that they belong to may come later. */
const MAX_LOOSE = 2_000;

/**
 * Groups sightings into attempts by the values that they share. Each item points to the one that it
 * belongs to: a pure function of the recording, so arrival order and repetition change nothing.
 */
export class Correlator {
  /** Attempts that changed. Some of them may no longer be roots. */
  readonly changes = new ChangedRoots();
  /** Tells which keys of the index have changed. */
  readonly changedKeys = new Changes();
  readonly index = new ItemIndex(this.changedKeys);
  /** What all recorded exchanges did with cookies, also those that are no message. */
  readonly cookies = new CookieLedger((root) => this.changes.add(root));
  readonly keySets = new KeySetLedger();
  readonly silent = new SilentExchanges();
  readonly copies = new CodeCopies((code) => {
    for (const item of this.index.providers(key.code(code)))
      this.changes.add(this.#forest.rootOf(item));
  });
  readonly #items = new Map<string, readonly Item[]>();
  readonly #forest = new Forest();
  readonly #loose = new Set<Item>();
  readonly #watches = new Watches();
  readonly #note: NoteFailure | undefined;

  /** `note` receives the failures of messages that could not be read. */
  constructor(note?: NoteFailure) {
    this.#note = note;
  }

  /** Adds an exchange, or replaces the one with the same id. */
  add(exchange: Exchange): void {
    this.remove(exchange.id);
    this.cookies.add(exchange);
    this.copies.add(exchange);
    const items = itemsOf(exchange, this.#note);
    if (items.length === 0) this.silent.add(exchange);
    else this.#items.set(exchange.id, items);
    for (const item of items) this.#insert(item);
    this.#forgetOldest();
  }

  remove(exchangeId: string): void {
    this.cookies.remove(exchangeId);
    this.copies.remove(exchangeId);
    this.silent.remove(exchangeId);
    const items = this.#items.get(exchangeId);
    if (!items) return;
    this.#items.delete(exchangeId);
    for (const item of items) this.#take(item);
  }

  /** All exchanges that are messages or belong to them. */
  *exchanges(): Iterable<Exchange> {
    for (const [item] of this.#items.values()) if (item) yield item.exchange;
  }

  /** Whether an exchange has a value in common with what is held. */
  knows(exchange: Exchange): boolean {
    return itemsOf(exchange).some((item) => this.index.sharesValue(item));
  }

  holds(exchangeId: string): boolean {
    return this.#items.has(exchangeId);
  }

  /** The attempt under this root; null when it is not a root (any more). */
  group(root: Item): Group | null {
    const isRoot = this.#forest.above(root) === null && this.#isHeld(root);
    const items = isRoot ? this.#forest.descend(root) : [];
    const isAttempt = items.some(({ rootable }) => rootable);
    this.cookies.watch(root, isAttempt ? items : []);
    if (!isAttempt) return null;
    const request = items.find(({ metadataSeek }) => metadataSeek !== null) ?? root;
    const { parents, metadata } = watchedBy(request, this.index);
    const candidates =
      request === root ? parents : [...parents, ...watchedBy(root, this.index).parents];
    return { root, items, parent: this.#outer(candidates, root), metadata };
  }

  /** Items that belong to no attempt, in time order. */
  outside(): readonly Item[] {
    const trees = [...this.#loose].map((item) => this.#forest.descend(item));
    return trees
      .filter((items) => !items.some(({ rootable }) => rootable))
      .flat()
      .sort(compareTimed);
  }

  /** The item that the attempt of this one starts from. */
  rootOf(item: Item): Item {
    return this.#forest.rootOf(item);
  }

  /** The item that this one was joined to. */
  above(item: Item): Item | null {
    return this.#forest.above(item);
  }

  #insert(item: Item): void {
    this.index.add(item);
    this.keySets.add(item);
    this.#resolve(item);
    this.changes.add(this.#forest.rootOf(item));
    for (const seeker of [...this.index.affectedBy(item)]) this.#resolve(seeker);
    this.#markRelated(item);
  }

  #take(item: Item): void {
    this.#markRelated(item);
    this.changes.add(this.#forest.rootOf(item));
    this.#markNested(item, [this.#forest.rootOf(item)]);
    this.index.remove(item);
    this.keySets.remove(item.exchange.id);
    this.#forest.unlink(item);
    this.#loose.delete(item);
    this.#watches.delete(item);
    for (const child of this.#forest.below(item)) this.#resolve(child);
    for (const seeker of [...this.index.affectedBy(item)]) this.#resolve(seeker);
  }

  #resolve(item: Item): void {
    let found: Item | null = null;
    for (const seek of item.seeks) {
      if (seek.unless && this.index.find(seek.unless, item)) continue;
      found = this.index.find(seek, item);
      if (found && this.#forest.rootOf(found) !== item && this.#follows(found, seek)) break;
      found = null;
    }
    const before = this.#forest.above(item);
    if (before !== found) {
      const left = this.#forest.rootOf(item);
      this.changes.add(left);
      this.#forest.unlink(item);
      if (found) this.#forest.link(item, found);
      const joined = this.#forest.rootOf(item);
      this.changes.add(joined);
      this.#markNested(item, [left, joined]);
      this.#resolveIssued(item);
    }
    this.#rewatch(item);
    if (!found && !item.rootable) this.#loose.add(item);
    else this.#loose.delete(item);
  }

  #follows(document: Item, { follows }: Seek): boolean {
    if (!follows) return true;
    return follows(messageAbove(document, (one) => this.above(one)));
  }

  /** Resolves a page's responses again: its origin decides which ones it may have issued. */
  #resolveIssued(moved: Item): void {
    for (const { sighting, exchange } of this.#forest.descend(moved)) {
      if (sighting.kind !== 'document') continue;
      const issued = this.#items.get(exchange.id)?.find(isIssued);
      if (issued && issued !== moved) this.#resolve(issued);
    }
  }

  /** The first parent that belongs to an attempt, by its root. Pages of a website may belong to none. */
  #outer(parents: readonly Parent[], own: Item): Parent | null {
    for (const { item, relation } of parents) {
      if (relation === 'inside' && isOfClient(item, (one) => this.above(one))) continue;
      const root = this.#forest.rootOf(item);
      if (root !== own && this.#forest.descend(root).some(({ rootable }) => rootable))
        return { item: root, relation };
    }
    return null;
  }

  #rewatch(item: Item): void {
    if (item.parentSeeks.length === 0 && !item.metadataSeek) return;
    if (this.#watches.set(item, watchedBy(item, this.index)))
      this.changes.add(this.#forest.rootOf(item));
  }

  /**
   * Marks the attempts that refer to this one. They change when its root changes, or when its first
   * item that can stand alone comes or goes.
   */
  #markNested(item: Item, roots: readonly Item[]): void {
    if (this.#watches.none) return;
    const moved = this.#forest.descend(item);
    const decisive = moved.some(({ rootable }) => rootable);
    const affected = decisive ? roots.flatMap((root) => this.#forest.descend(root)) : [];
    for (const one of [...moved, ...affected]) {
      for (const nested of this.#watches.nestedIn(one))
        this.changes.add(this.#forest.rootOf(nested));
    }
  }

  /** Marks other attempts with a value of this item, because their findings may depend on it. */
  #markRelated(item: Item): void {
    const own = this.#forest.rootOf(item);
    for (const key of item.provides) {
      if (!isValueKey(key)) continue;
      for (const other of this.index.lastProviders(key)) {
        const root = this.#forest.rootOf(other);
        if (root !== own) this.changes.add(root);
      }
    }
  }

  #isHeld(item: Item): boolean {
    return this.#items.get(item.exchange.id)?.includes(item) ?? false;
  }

  #forgetOldest(): void {
    if (this.#loose.size <= MAX_LOOSE) return;
    for (const item of [...this.#loose].slice(0, this.#loose.size - MAX_LOOSE)) {
      // A page that starts the rest of an attempt is part of its flow.
      if (this.#forest.descend(item).some(({ rootable }) => rootable)) this.#loose.delete(item);
      else this.#forget(item);
    }
  }

  #forget(item: Item): void {
    const kept = (this.#items.get(item.exchange.id) ?? []).filter((other) => other !== item);
    if (kept.length > 0) this.#items.set(item.exchange.id, kept);
    else if (this.#items.delete(item.exchange.id)) this.silent.add(item.exchange);
    this.#take(item);
  }
}

function isIssued({ sighting }: Item): boolean {
  return sighting.kind === 'response-issued';
}
