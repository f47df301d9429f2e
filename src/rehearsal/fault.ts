import type { SpecLink } from '../checks/finding.ts';
import type { Flow } from '../flow/flow.ts';
import type { PagePlan } from './page-plan.ts';
import type { Reaction } from './reactions.ts';
import type { RulePlan } from './rule-plan.ts';

/** What a fault needs of its definition to be carried out. The rest is added from its file. */
type FaultWork = Pick<PagePlan, 'origin' | 'calls' | 'deed'>;

/** One sentence on why a fault cannot be rehearsed on a flow. */
export interface NoOffer {
  readonly grey: string;
}

/** Whether a script in the page can bring a fault about on a flow: how, or why not. */
export type Offer = FaultWork | NoOffer;

/** Whether rules of the browser can bring a fault about on a flow: how, or why not. */
export type RuleOffer = Pick<RulePlan, 'requests' | 'deeds'> | NoOffer;

/**
 * One fault. Its id is the name of its file in `faults/`. It has `offer`, `rules` or both. With both, rules
 * are used where the user has given access to the sites, because they reach workers and calls that a
 * page makes while it loads.
 */
export interface Fault {
  /** What goes wrong, in the words of a reader: "The refresh token is refused". */
  readonly title: string;
  /** Where it stands in the list, the lowest first. */
  readonly order: number;
  /** What is done, in one sentence. */
  readonly does: string;
  /** What the user does so that the application meets it, in one sentence. */
  readonly needs?: string;
  /** What really happens at the server. */
  readonly atServer: string;
  /** What a good application does, in one sentence, and where that is written. */
  readonly good: string;
  readonly specs: readonly SpecLink[];
  /** What the application may do, as far as requests show it. */
  readonly accepts: readonly Reaction['kind'][];
  /** False for what stays on until it is stopped. */
  readonly once?: false;
  /** By a script in the page, which needs no permission. */
  readonly offer?: (flow: Flow) => Offer;
  /** By rules of the browser, which need access to the sites of the flow. */
  readonly rules?: (flow: Flow) => RuleOffer;
}

/** Gives a fault its type. It does nothing at run time. */
export function defineFault(fault: Fault): Fault {
  return fault;
}
