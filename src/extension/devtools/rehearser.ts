import type { RehearsalEnd } from '../../http/rehearsal-note.ts';
import { type PagePlan, planRefusal } from '../../rehearsal/page-plan.ts';
import { type RulePlan, rulePlanRefusal } from '../../rehearsal/rule-plan.ts';
import type { Rehearsal, RehearsalListener } from '../handover.ts';
import type { ToldHit } from '../wire/page-answer.ts';
import type { RehearsalOrder } from '../wire/rehearsal-order.ts';
import type { Carrier, CarrierNews } from './carrier.ts';

const LIMIT = 5 * 60_000;
const MAX_HITS = 100;

/** What the rehearser works with. */
export interface RehearserParts {
  /** Begins to carry a plan out. */
  carrier(plan: PagePlan | RulePlan, id: string, news: CarrierNews): Carrier;
  onNavigated(listener: (url: string) => void): void;
  /** A request met the fault. */
  hit(hit: ToldHit, rehearsal: Rehearsal): void;
  /** The fault is on for everything that the page does from now on, or no longer. */
  lasting(rehearsal: Rehearsal | null): void;
  /** What the background is to keep while the fault is on; null when it is off. */
  order(order: Omit<RehearsalOrder, 'tabId'> | null): void;
}

interface Armed {
  readonly plan: PagePlan | RulePlan;
  readonly order: Omit<RehearsalOrder, 'tabId'>;
  readonly end: ReturnType<typeof setTimeout>;
  carrier: Carrier | null;
  state: Rehearsal;
}

let count = 0;

/** Switches one fault at a time on in the inspected tab. While none is on, it does nothing at all. */
export class Rehearser {
  #parts: RehearserParts;
  #armed: Armed | null = null;
  #state: Rehearsal | null = null;
  #listeners = new Set<RehearsalListener>();
  #listens = false;

  constructor(parts: RehearserParts) {
    this.#parts = parts;
  }

  subscribe(listener: RehearsalListener): () => void {
    this.#listeners.add(listener);
    listener(this.#state);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  arm(plan: PagePlan | RulePlan): void {
    const rules = 'deeds' in plan ? plan : null;
    const refusal = 'deeds' in plan ? rulePlanRefusal(plan) : planRefusal(plan);
    if (refusal !== null) return;
    this.stop();
    const now = Date.now();
    count += 1;
    const { fault, title } = plan;
    const named = { id: `${now} ${count}`, title, until: now + LIMIT };
    const nothing = { here: false, hits: [], held: 0, ended: null };
    const state: Rehearsal = { ...named, fault, armedAt: now, ...nothing };
    const end = setTimeout(() => this.#end('time'), LIMIT);
    const armed: Armed = { plan, order: { ...named, rules }, end, carrier: null, state };
    this.#armed = armed;
    this.#listen();
    this.#tell(state);
    armed.carrier = this.#parts.carrier(plan, named.id, {
      told: (here, held, hits) => this.#take(armed, here, held, hits),
      over: (why) => this.#armed === armed && this.#end(why),
    });
    this.#parts.order(armed.order);
  }

  stop(): void {
    this.#end('stopped');
  }

  /** No listener exists until the first fault is switched on. */
  #listen(): void {
    if (this.#listens) return;
    this.#listens = true;
    this.#parts.onNavigated((url) => {
      const armed = this.#armed;
      armed?.carrier?.navigated(url);
      // A new document has no badge.
      if (armed && this.#armed === armed) this.#parts.order(armed.order);
    });
  }

  #take(armed: Armed, here: boolean, held: number, told: readonly ToldHit[]): void {
    const { plan, state } = armed;
    const hits = told.slice(0, MAX_HITS - state.hits.length);
    if (this.#armed !== armed) return;
    if (here === state.here && held === state.held && hits.length === 0) return;
    const met = hits.map(({ at, method, url, name, before, after }) => ({
      at,
      method,
      url,
      name,
      before,
      after,
    }));
    armed.state = { ...state, here, held, hits: [...state.hits, ...met] };
    for (const hit of hits) this.#parts.hit(hit, armed.state);
    if ('deed' in plan && plan.deed.kind === 'clock' && !plan.once && hits.length > 0)
      this.#parts.lasting(armed.state);
    this.#tell(armed.state);
  }

  #end(ended: RehearsalEnd): void {
    const armed = this.#armed;
    if (!armed) return;
    clearTimeout(armed.end);
    this.#armed = null;
    armed.carrier?.stop();
    this.#parts.order(null);
    this.#parts.lasting(null);
    this.#tell({ ...armed.state, ended, held: 0 });
  }

  #tell(state: Rehearsal): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
