import type { SpecLink } from '../checks/finding.ts';
import type { Flow } from '../flow/flow.ts';
import type { PagePlan } from './page-plan.ts';
import type { Reaction } from './reactions.ts';

/** What a fault needs of its definition to be carried out. The rest is added from its file. */
type FaultWork = Pick<PagePlan, 'origin' | 'calls' | 'deed'>;

/** Whether a fault can be rehearsed on a flow: how, or one sentence why not. */
export type Offer = FaultWork | { readonly grey: string };

/** One fault. Its id is the name of its file in `faults/`. */
export interface Fault {
  /** What goes wrong, in the words of a reader: "The refresh token is refused". */
  readonly title: string;
  /** Where it stands in the list, the lowest first. */
  readonly order: number;
  /** What is done, in one sentence. */
  readonly does: string;
  /** What really happens at the server. */
  readonly atServer: string;
  /** What a good application does, in one sentence, and where that is written. */
  readonly good: string;
  readonly specs: readonly SpecLink[];
  /** What the application may do, as far as requests show it. */
  readonly accepts: readonly Reaction['kind'][];
  /** False for what stays on until it is stopped. */
  readonly once?: false;
  readonly offer: (flow: Flow) => Offer;
}

/** Gives a fault its type. It does nothing at run time. */
export function defineFault(fault: Fault): Fault {
  return fault;
}
