import { originOfUrl } from '../../http/url.ts';
import type { RulePlan } from '../../rehearsal/rule-plan.ts';
import type { RuleHit } from '../wire/rehearsal-order.ts';
import type { Carrier, CarrierNews } from './carrier.ts';
import type { RehearsalNews } from './rehearsal-line.ts';

/** Carries a fault out by rules, which exist as long as the background holds a lease of them. */
export class RuleCarrier implements Carrier {
  #id: string;
  #plan: RulePlan;
  #news: CarrierNews;

  constructor(id: string, plan: RulePlan, news: CarrierNews) {
    this.#id = id;
    this.#plan = plan;
    this.#news = news;
  }

  /** What the background says. */
  heard(message: Exclude<RehearsalNews, { readonly type: 'access' }>): void {
    if (message.id !== this.#id) return;
    if (message.type === 'armed') this.#news.told(true, 0, []);
    else if (message.type === 'disarmed') this.#news.over(message.why);
    else this.met(message.hit);
  }

  /** A request met the rules. Also told where the background cannot see requests. */
  met(hit: RuleHit): void {
    this.#news.told(true, 0, [{ ...hit, headers: [], body: '', delay: 0 }]);
    this.#news.over('used');
  }

  navigated(url: string): void {
    const origin = originOfUrl(url);
    if (origin === null || !this.#plan.sites.includes(origin)) this.#news.over('left');
  }

  /** The lease is given back by the rehearser, as for every fault. */
  stop(): void {}
}
