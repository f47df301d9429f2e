import type { Browser } from '../browsers/browser.ts';
import type { ToDevtools } from '../wire/devtools-port.ts';
import type { RehearsalOrder } from '../wire/rehearsal-order.ts';
import { showBadge } from './badge.ts';
import type { LeaseBrowser } from './lease-browser.ts';
import { listenForHit } from './lease-listeners.ts';
import { isRehearsalRule, sessionRules } from './session-rules.ts';

/** Milliseconds that a background waits after its start for the devtools pages of rules that it finds. */
const GRACE = 1_500;

/** A devtools page, as far as leases need it. */
export interface Holder {
  post(message: ToDevtools): void;
}

/** What leases work with. */
export interface LeaseParts {
  /** Asked each time, because the interfaces come and go with permissions. */
  browser(): LeaseBrowser;
  readonly behaviour: Pick<Browser, 'allHeaders' | 'redirectHidesHeaders' | 'blockKeepsPage'>;
  /** Whether there is access to these sites. */
  allows(sites: readonly string[]): Promise<boolean>;
}

interface Lease {
  readonly order: RehearsalOrder;
  holder: Holder;
  readonly timer: ReturnType<typeof setTimeout>;
  stopListening: () => void;
}

/**
 * Holds what devtools pages have switched on, one fault a tab. A lease ends with the port of its devtools
 * page, and its rules with it. While there is none, there is no rule, no listener, no badge and no timer.
 */
export class RehearsalLeases {
  #parts: LeaseParts;
  #leases = new Map<number, Lease>();
  /** Changes of the rules, one after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(parts: LeaseParts) {
    this.#parts = parts;
  }

  /** Removes what an earlier background has left, unless its devtools page renews it in time. */
  async sweep(): Promise<void> {
    const left = await this.#rules();
    if (left.length > 0) setTimeout(() => void this.#change(() => null), GRACE);
  }

  /** Switches a fault on, or renews it. */
  arm(order: RehearsalOrder, holder: Holder): void {
    const known = this.#leases.get(order.tabId);
    if (known?.order.id === order.id) {
      known.holder = holder;
      this.#badge(order);
      if (known.stopListening !== NOT_YET) holder.post({ type: 'armed', id: order.id });
      return;
    }
    if (known) this.#end(known);
    const left = order.until - Date.now();
    if (left <= 0) return;
    const timer = setTimeout(() => this.#end(lease), left);
    const lease: Lease = { order, holder, timer, stopListening: NOT_YET };
    if (this.#leases.size === 0) this.#parts.browser().tabs.onRemoved.addListener(this.#closed);
    this.#leases.set(order.tabId, lease);
    this.#badge(order);
    void this.#begin(lease);
  }

  /** Switches off what a devtools page had switched on, or all of a tab. */
  release(whose: Holder | number): void {
    for (const lease of [...this.#leases.values()])
      if (lease.holder === whose || lease.order.tabId === whose) this.#end(lease);
    if (typeof whose === 'number') void this.#change(() => null);
  }

  /** Ends every lease. Resolves when there is no rule any more. */
  async endAll(): Promise<void> {
    for (const lease of [...this.#leases.values()]) this.#fail(lease, 'access');
    await this.#work;
  }

  /** Some access was taken back. */
  async accessLost(): Promise<void> {
    for (const lease of [...this.#leases.values()]) {
      const { rules } = lease.order;
      if (rules && !(await this.#parts.allows(rules.sites))) this.#fail(lease, 'access');
    }
  }

  async #begin(lease: Lease): Promise<void> {
    const { id, tabId, rules } = lease.order;
    if (rules) {
      if (!(await this.#parts.allows(rules.sites))) return this.#fail(lease, 'access');
      const isDone = await this.#change((taken) =>
        this.#holds(lease) ? sessionRules(rules, tabId, this.#parts.behaviour, taken) : null,
      );
      if (!this.#holds(lease)) return;
      if (!isDone) return this.#fail(lease, 'failed');
    }
    const { allHeaders } = this.#parts.behaviour;
    lease.stopListening = rules
      ? listenForHit(this.#parts.browser(), rules, tabId, allHeaders, (hit) => {
          lease.holder.post({ type: 'met', id, hit });
          this.#end(lease);
        })
      : () => {};
    lease.holder.post({ type: 'armed', id });
  }

  #holds({ order }: Lease): boolean {
    return this.#leases.get(order.tabId)?.order === order;
  }

  #fail(lease: Lease, why: 'access' | 'failed'): void {
    if (!this.#holds(lease)) return;
    lease.holder.post({ type: 'disarmed', id: lease.order.id, why });
    this.#end(lease);
  }

  #end(lease: Lease): void {
    if (!this.#holds(lease)) return;
    clearTimeout(lease.timer);
    lease.stopListening();
    this.#leases.delete(lease.order.tabId);
    if (this.#leases.size === 0) this.#parts.browser().tabs.onRemoved.removeListener(this.#closed);
    this.#badge(lease.order, null);
    void this.#change(() => null);
  }

  #closed = (tab: number): void => this.release(tab);

  #badge({ tabId, title }: RehearsalOrder, shown: string | null = title): void {
    showBadge(this.#parts.browser(), tabId, shown);
  }

  async #rules(): Promise<readonly { readonly id: number; readonly tabs: readonly number[] }[]> {
    const all = (await this.#parts.browser().declarativeNetRequest?.getSessionRules()) ?? [];
    return all
      .filter(isRehearsalRule)
      .map(({ id, condition }) => ({ id, tabs: condition.tabIds ?? [] }));
  }

  /**
   * Removes every rule whose tab has no lease, and adds rules for a lease. Returns whether there were any to
   * add.
   */
  #change(
    wanted: (taken: ReadonlySet<number>) => ReturnType<typeof sessionRules>,
  ): Promise<boolean> {
    const done = this.#work.then(async () => {
      const dnr = this.#parts.browser().declarativeNetRequest;
      if (!dnr) return false;
      const there = await this.#rules();
      const added = wanted(new Set(there.map(({ id }) => id))) ?? [];
      const fresh = new Set(added.flatMap(({ condition }) => condition.tabIds ?? []));
      const gone = there.filter(({ tabs }) =>
        tabs.every((tab) => fresh.has(tab) || !this.#leases.get(tab)?.order.rules),
      );
      const removeRuleIds = gone.map(({ id }) => id);
      if (removeRuleIds.length + added.length > 0)
        await dnr.updateSessionRules({ removeRuleIds, addRules: [...added] });
      return added.length > 0;
    });
    this.#work = done.then(
      () => undefined,
      () => undefined,
    );
    return done.catch(() => false);
  }
}

/** Until the rules of a lease exist. */
const NOT_YET = (): void => {};
