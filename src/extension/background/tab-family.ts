/** What survives a stop of the background. */
export interface FamilyState {
  /** Each tab with the watched tab that it belongs to: itself, or the one that opened it. */
  readonly tabs: readonly (readonly [tab: number, root: number])[];
  /** Each origin with the watched tab whose family has shown it. */
  readonly origins: readonly (readonly [origin: string, root: number])[];
}

const MAX_ORIGINS = 200;

/** Which tabs are recorded for which DevTools: the inspected tab, and what it opened. */
export class TabFamily {
  #roots = new Map<number, Set<number>>();
  #origins = new Map<string, Set<number>>();

  constructor(state: FamilyState = { tabs: [], origins: [] }) {
    for (const [tab, root] of state.tabs) add(this.#roots, tab, root);
    for (const [origin, root] of state.origins) add(this.#origins, origin, root);
  }

  get state(): FamilyState {
    return { tabs: pairs(this.#roots), origins: pairs(this.#origins) };
  }

  /** Tabs whose DevTools are open. */
  get watched(): readonly number[] {
    return [...new Set([...this.#roots.values()].flatMap((roots) => [...roots]))];
  }

  watch(tab: number): void {
    add(this.#roots, tab, tab);
  }

  /** DevTools of that tab were closed. */
  unwatch(root: number): void {
    drop(this.#roots, root);
    drop(this.#origins, root);
  }

  /** One tab opened another. Returns whether the other is recorded now. */
  opened(source: number, target: number): boolean {
    const roots = this.#roots.get(source);
    if (!roots || target < 0) return false;
    for (const root of roots) add(this.#roots, target, root);
    return true;
  }

  closed(tab: number): void {
    this.#roots.delete(tab);
  }

  /** A tab shows a document of that origin, whose service worker may send requests for the tab. */
  shows(tab: number, origin: string): boolean {
    const before = this.#origins.get(origin)?.size ?? 0;
    if (this.#origins.size >= MAX_ORIGINS && before === 0) return false;
    for (const root of this.rootsOf(tab)) add(this.#origins, origin, root);
    return (this.#origins.get(origin)?.size ?? 0) > before;
  }

  /** The watched tabs that a tab is recorded for. */
  rootsOf(tab: number): readonly number[] {
    return [...(this.#roots.get(tab) ?? [])];
  }

  /** The watched tabs that a request without a tab may belong to, by the origin of its sender. */
  rootsOfOrigin(origin: string | null): readonly number[] {
    return origin === null ? [] : [...(this.#origins.get(origin) ?? [])];
  }
}

function add<Key>(map: Map<Key, Set<number>>, key: Key, root: number): void {
  const roots = map.get(key);
  if (roots) roots.add(root);
  else map.set(key, new Set([root]));
}

function drop<Key>(map: Map<Key, Set<number>>, root: number): void {
  for (const [key, roots] of map) {
    roots.delete(root);
    if (roots.size === 0) map.delete(key);
  }
}

function pairs<Key>(map: ReadonlyMap<Key, ReadonlySet<number>>): (readonly [Key, number])[] {
  return [...map].flatMap(([key, roots]) => [...roots].map((root) => [key, root] as const));
}
