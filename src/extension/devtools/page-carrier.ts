import type { PagePlan } from '../../rehearsal/page-plan.ts';
import { orderText } from '../page/rehearse-in-page.ts';
import { PageAnswerSchema, type ToldHit } from '../wire/page-answer.ts';
import { parsed } from '../wire/parsed.ts';
import type { Carrier, CarrierNews } from './carrier.ts';

/** Milliseconds until the script in the page ends by itself when it is not told again. */
const LEASE = 2_500;
const RENEW = 500;
/** A page that has just begun to load is asked more often, so that its first calls are not missed. */
const HURRY = 40;
const HURRY_FOR = 5_000;

/** What a hit names when the page asked for the time. */
export const DATE = 'Date';

/** Evaluates an expression in the inspected page; null when that fails. */
type Evaluate = (expression: string) => Promise<string | null>;

/** Carries a fault out by a script in the inspected page, which is told again and again. */
export class PageCarrier implements Carrier {
  #id: string;
  #plan: PagePlan;
  #evaluate: Evaluate;
  #news: CarrierNews;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #since = Date.now();
  #hurryUntil = Date.now() + HURRY_FOR;
  #here = false;
  #used = false;
  #stopped = false;

  constructor(id: string, plan: PagePlan, evaluate: Evaluate, news: CarrierNews) {
    this.#id = id;
    this.#plan = plan;
    this.#evaluate = evaluate;
    this.#news = news;
    void this.#renew();
  }

  navigated(): void {
    this.#hurryUntil = Date.now() + HURRY_FOR;
    if (this.#timer !== null) clearTimeout(this.#timer);
    void this.#renew();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    void this.#evaluate(orderText({ id: this.#id, plan: null, lease: 0, since: 0, used: true }));
  }

  async #renew(): Promise<void> {
    this.#timer = null;
    const plan = this.#plan;
    const text = orderText({
      id: this.#id,
      plan,
      lease: LEASE,
      since: this.#since,
      used: this.#used,
    });
    const answer = parsed(PageAnswerSchema, asJson(await this.#evaluate(text)));
    if (this.#stopped) return;
    const hits = (answer?.hits ?? []).filter((hit) => isOf(plan, hit));
    const held = answer?.held ?? 0;
    this.#here = answer?.here ?? false;
    this.#used ||= plan.once && hits.length > 0;
    this.#news.told(this.#here, held, hits);
    if (this.#used && held === 0) this.#news.over('used');
    else if (!this.#stopped && this.#timer === null)
      this.#timer = setTimeout(() => void this.#renew(), this.#pause());
  }

  #pause(): number {
    return Date.now() < this.#hurryUntil && !this.#here ? HURRY : RENEW;
  }
}

/** A page can only tell of the calls that the plan is about. */
function isOf({ calls, deed, origin }: PagePlan, { method, url, name }: ToldHit): boolean {
  if (deed.kind === 'clock' && name === DATE) return url.startsWith(`${origin}/`);
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
