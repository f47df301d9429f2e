import type { PagePlan } from '../../rehearsal/page-plan.ts';
import { planRefusal } from '../../rehearsal/page-plan.ts';
import type { Rehearsal, RehearsalListener, RehearsalPort } from '../handover.ts';
import { orderText } from '../page/rehearse-in-page.ts';
import { PageAnswerSchema, type ToldHit } from '../wire/page-answer.ts';
import { parsed } from '../wire/parsed.ts';

/** Milliseconds until the script in the page ends by itself when it is not told again. */
const LEASE = 2_500;
const RENEW = 500;
/** A page that has just begun to load is asked more often, so that its first calls are not missed. */
const HURRY = 40;
const HURRY_FOR = 5_000;
const LIMIT = 5 * 60_000;
const MAX_HITS = 100;

/** What the rehearser works with. */
export interface RehearserParts {
  /** Evaluates an expression in the inspected page; null when that fails. */
  evaluate(expression: string): Promise<string | null>;
  onNavigated(listener: () => void): void;
  /** A call met the fault. */
  hit(hit: ToldHit, rehearsal: Rehearsal): void;
  /** The fault is on for everything that the page does from now on, or no longer. */
  lasting(rehearsal: Rehearsal | null): void;
}

interface Armed {
  readonly plan: PagePlan;
  state: Rehearsal;
  timer: ReturnType<typeof setTimeout> | null;
  hurryUntil: number;
}

let count = 0;

/** Switches one fault at a time on in the inspected page. While none is on, it does nothing at all. */
export class Rehearser implements RehearsalPort {
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

  arm(plan: PagePlan): void {
    if (planRefusal(plan) !== null) return;
    this.stop();
    const now = Date.now();
    count += 1;
    const state: Rehearsal = {
      id: `${now} ${count}`,
      fault: plan.fault,
      title: plan.title,
      armedAt: now,
      until: now + LIMIT,
      here: false,
      hits: [],
      held: 0,
      ended: null,
    };
    this.#armed = { plan, state, timer: null, hurryUntil: now + HURRY_FOR };
    this.#listen();
    this.#tell(state);
    void this.#renew();
  }

  stop(): void {
    if (this.#armed) this.#end('stopped');
  }

  /** No listener exists until the first fault is switched on. */
  #listen(): void {
    if (this.#listens) return;
    this.#listens = true;
    this.#parts.onNavigated(() => {
      const armed = this.#armed;
      if (!armed) return;
      armed.hurryUntil = Date.now() + HURRY_FOR;
      if (armed.timer !== null) clearTimeout(armed.timer);
      void this.#renew();
    });
  }

  async #renew(): Promise<void> {
    const armed = this.#armed;
    if (!armed) return;
    armed.timer = null;
    const { plan, state } = armed;
    const used = plan.once && state.hits.length > 0;
    const text = orderText({ id: state.id, plan, lease: LEASE, used });
    const answer = parsed(PageAnswerSchema, asJson(await this.#parts.evaluate(text)));
    if (this.#armed !== armed) return;
    this.#take(armed, answer?.hits ?? [], answer?.here ?? false, answer?.held ?? 0);
    if (plan.once && armed.state.hits.length > 0 && armed.state.held === 0) this.#end('used');
    else if (Date.now() >= state.until) this.#end('time');
    else if (this.#armed === armed && armed.timer === null)
      armed.timer = setTimeout(() => void this.#renew(), this.#pause(armed));
  }

  #pause({ hurryUntil, state }: Armed): number {
    return Date.now() < hurryUntil && !state.here ? HURRY : RENEW;
  }

  #take(armed: Armed, told: readonly ToldHit[], here: boolean, held: number): void {
    const { plan, state } = armed;
    const hits = told.filter((hit) => isOf(plan, hit)).slice(0, MAX_HITS - state.hits.length);
    if (here === state.here && held === state.held && hits.length === 0) return;
    const met = hits.map(({ at, method, url }) => ({ at, method, url }));
    armed.state = { ...state, here, held, hits: [...state.hits, ...met] };
    for (const hit of hits) this.#parts.hit(hit, armed.state);
    if (plan.deed.kind === 'clock' && hits.length > 0) this.#parts.lasting(armed.state);
    this.#tell(armed.state);
  }

  #end(ended: 'used' | 'stopped' | 'time'): void {
    const armed = this.#armed;
    if (!armed) return;
    if (armed.timer !== null) clearTimeout(armed.timer);
    this.#armed = null;
    const { id } = armed.state;
    void this.#parts.evaluate(orderText({ id, plan: null, lease: 0, used: true }));
    this.#parts.lasting(null);
    this.#tell({ ...armed.state, ended, held: 0 });
  }

  #tell(state: Rehearsal): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

/** A page can only tell of the calls that the plan is about. */
function isOf({ calls, deed }: PagePlan, { method, url }: ToldHit): boolean {
  if (calls) return method === calls.method && url.split(/[?#]/, 1)[0] === calls.url;
  return deed.kind !== 'go' || url === deed.url;
}

function asJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
