import { isRedirect } from '../http/status.ts';
import type { Steps } from '../http/stepwise.ts';
import { originOfUrl } from '../http/url.ts';
import type { Correlator } from './correlator.ts';
import type { Group } from './group.ts';
import type { Item } from './item.ts';
import { compareTimed } from './time-list.ts';

/**
 * Gives each page to the attempt at its own server. The response of an inner login arrives at the
 * broker. What the broker shows there, and where it redirects from there, belongs to the broker's
 * own login, although the inner one led to it.
 */
export class OuterPages {
  readonly #correlator: Correlator;
  readonly #outer = new Map<Item, Item>();
  readonly #inner = new Map<Item, Set<Item>>();

  constructor(correlator: Correlator) {
    this.#correlator = correlator;
  }

  /**
   * The attempts under these roots, and those that share pages with them. Remembers which attempt
   * is inside which. One attempt in each step.
   */
  *groupsOf(changed: readonly Item[]): Steps<ReadonlyMap<Item, Group | null>> {
    const groups = new Map<Item, Group | null>();
    for (const root of changed) {
      groups.set(root, this.#correlator.group(root));
      yield;
    }
    for (const root of changed) {
      const parent = groups.get(root)?.parent;
      const now = parent?.relation === 'inside' ? parent.item : null;
      const before = this.#outer.get(root) ?? null;
      if (before !== now) this.#move(root, before, now);
      for (const related of [before, now, ...(this.#inner.get(root) ?? [])])
        if (related && !groups.has(related)) groups.set(related, this.#correlator.group(related));
    }
    return groups;
  }

  /**
   * The items of an attempt: without the pages of the outer attempt, with those from its inner
   * ones.
   */
  itemsOf({ root, items }: Group): readonly Item[] {
    const outer = this.#outer.get(root);
    const inner = [...(this.#inner.get(root) ?? [])];
    if (!outer && inner.length === 0) return items;
    const left = outer ? this.#pages(items, outer) : null;
    const kept = left ? items.filter((item) => isResponse(item) || !left.has(item)) : items;
    const taken = inner.flatMap((one) => [
      ...this.#pages(this.#correlator.group(one)?.items ?? [], root),
    ]);
    return [...kept, ...taken.map(asPage)].sort(compareTimed);
  }

  /** Pages among an inner attempt's items that the server of the outer one showed. */
  #pages(items: readonly Item[], outer: Item): ReadonlySet<Item> {
    const server = serverOf(this.#correlator.group(outer)?.items ?? []);
    const pages = new Set<Item>();
    for (const item of server === null ? [] : items) {
      if (originOfUrl(item.exchange.request.url) !== server) continue;
      const above = this.#correlator.above(item);
      if (isResponse(item) ? isShown(item) : isPage(item) && above && leadsOn(above, pages))
        pages.add(item);
    }
    return pages;
  }

  #move(root: Item, before: Item | null, now: Item | null): void {
    const former = before && this.#inner.get(before);
    former?.delete(root);
    if (before && former?.size === 0) this.#inner.delete(before);
    if (now === null) this.#outer.delete(root);
    else {
      this.#outer.set(root, now);
      this.#inner.set(now, (this.#inner.get(now) ?? new Set()).add(root));
    }
  }
}

/** The server of the request. When recording began after it, the server of the response. */
function serverOf(items: readonly Item[]): string | null {
  const sightings = items.map(({ sighting }) => sighting);
  const request = sightings.find(({ kind }) => kind === 'authorization-request');
  const told = request ?? sightings.find(({ kind }) => kind === 'response-issued');
  return told ? originOfUrl(told.exchange.request.url) : null;
}

function isResponse({ sighting }: Item): boolean {
  return sighting.kind === 'response-delivered';
}

function isPage({ sighting }: Item): boolean {
  return sighting.kind === 'document';
}

/** Whether the broker answered with a page. When it redirects, the page is the target. */
function isShown({ exchange: { response } }: Item): boolean {
  return response !== null && !isRedirect(response);
}

/** Whether the item above a page is the response, or a page that came after it. */
function leadsOn(above: Item, pages: ReadonlySet<Item>): boolean {
  return isResponse(above) || pages.has(above);
}

/** The same item as a page of the outer attempt, to which no join leads. */
function asPage(item: Item): Item {
  return { ...item, sighting: { kind: 'document', exchange: item.exchange } };
}
