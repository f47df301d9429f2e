import { originOfUrl } from '../../http/url.ts';
import type { ToDevtools, WireNavigation } from '../wire/devtools-port.ts';
import type { WireEvent } from '../wire/wire-event.ts';
import { HeldEvents, type HeldMemory } from './held-events.ts';
import type { Held, HubState } from './hub-state.ts';
import { TabFamily } from './tab-family.ts';

/** A devtools page, as far as the hub needs it. */
export interface Listener {
  post(message: ToDevtools): void;
}

/** Memory that outlives the background. */
export interface HubMemory extends HeldMemory {
  load(): Promise<{
    readonly state: HubState | null;
    readonly held: readonly (readonly [number: number, held: Held])[];
  }>;
  /** Resolves to whether there was room. */
  save(state: HubState): Promise<boolean>;
}

/** Where an event came from. A worker has no tab, but its sender is known. */
export interface EventSource {
  readonly tabId: number;
  readonly sender: string | null;
}

/** After a stop of the background, devtools pages connect again within this many milliseconds. */
const PATIENCE = 10_000;

/**
 * Hands every event at once to the devtools pages that it concerns. Events for a
 * devtools page that is not connected wait until it is.
 */
export class Hub {
  #memory: HubMemory;
  #onIdle: () => void;
  #family: TabFamily | null = null;
  #listeners = new Map<number, Listener>();
  #held: HeldEvents;
  #lost = new Map<number, number>();
  #early: (() => void)[] = [];
  readonly ready: Promise<void>;

  /** `onIdle` is called when no devtools page watches a tab. */
  constructor(memory: HubMemory, onIdle: () => void) {
    this.#memory = memory;
    this.#onIdle = onIdle;
    this.#held = new HeldEvents(memory, (root) => {
      this.#lost.set(root, (this.#lost.get(root) ?? 0) + 1);
      this.#save();
    });
    this.ready = memory.load().then(({ state, held }) => {
      this.#held.restore(held);
      this.#wake(state);
    });
  }

  #wake(state: HubState | null): void {
    this.#family = new TabFamily(state ?? undefined);
    this.#lost = new Map(state?.lost);
    for (const work of this.#early.splice(0)) work();
    setTimeout(() => this.#dropAbsent(), PATIENCE);
  }

  /** Whether it is known whom to record for. */
  get awake(): boolean {
    return this.#family !== null;
  }

  /** Runs the work now, or in order once the memory has been read. */
  #when(work: (family: TabFamily) => void): void {
    const family = this.#family;
    if (family) work(family);
    else this.#early.push(() => this.#when(work));
  }

  watch(tab: number, origin: string | null, listener: Listener): void {
    this.#when((family) => {
      family.watch(tab);
      if (origin !== null) family.shows(tab, origin);
      this.#listeners.set(tab, listener);
      for (const message of this.#held.takeFor(tab)) listener.post(message);
      const count = this.#lost.get(tab);
      if (count !== undefined) listener.post({ type: 'lost', count });
      this.#lost.delete(tab);
      this.#save();
    });
  }

  /** That devtools page is gone. Another one may watch the tab already. */
  unwatch(tab: number, listener: Listener): void {
    this.#when((family) => {
      if (this.#listeners.get(tab) !== listener) return;
      this.#listeners.delete(tab);
      family.unwatch(tab);
      this.#save();
      if (this.#listeners.size === 0) this.#onIdle();
    });
  }

  opened(source: number, target: number): void {
    this.#when((family) => {
      if (family.opened(source, target)) this.#save();
    });
  }

  closed(tab: number): void {
    this.#when((family) => {
      // Events of a popup that closes itself may still be on their way.
      setTimeout(() => {
        family.closed(tab);
        this.#save();
      }, PATIENCE);
    });
  }

  /** A tab shows a document of that URL. */
  loaded(tab: number, url: string): void {
    this.#when((family) => {
      const origin = originOfUrl(url);
      if (origin !== null && family.shows(tab, origin)) this.#save();
    });
  }

  /** A document changed its URL without a request. For the inspected tab, DevTools tell that. */
  moved(tab: number, navigation: WireNavigation): void {
    this.#when((family) => {
      for (const root of family.rootsOf(tab)) {
        if (root !== tab) this.#post(root, { type: 'navigation', navigation });
      }
    });
  }

  event(event: WireEvent, source: EventSource): void {
    this.#when(() => {
      for (const root of this.#rootsOf(source))
        this.#post(root, { type: 'events', events: [event] });
    });
  }

  /** Whether an event of that source is recorded; asked only after `ready`. */
  isWatched(source: EventSource): boolean {
    return this.#rootsOf(source).length > 0;
  }

  #rootsOf({ tabId, sender }: EventSource): readonly number[] {
    const family = this.#family;
    if (!family) return [];
    if (tabId >= 0) return family.rootsOf(tabId);
    return family.rootsOfOrigin(sender === null ? null : originOfUrl(sender));
  }

  #post(root: number, message: ToDevtools): void {
    const listener = this.#listeners.get(root);
    if (listener) {
      listener.post(message);
      return;
    }
    this.#held.hold(root, message);
  }

  /** DevTools that were closed while the background was stopped do not come back. */
  #dropAbsent(): void {
    const family = this.#family;
    if (!family) return;
    const absent = family.watched.filter((root) => !this.#listeners.has(root));
    for (const root of absent) family.unwatch(root);
    this.#held.keepOnly((root) => this.#listeners.has(root));
    for (const root of absent) this.#lost.delete(root);
    if (absent.length > 0) this.#save();
    if (this.#listeners.size === 0) this.#onIdle();
  }

  /** What is lost then is only who watches: after a stop, devtools pages say that again. */
  #save(): void {
    if (this.#family) void this.#memory.save({ ...this.#family.state, lost: [...this.#lost] });
  }
}
