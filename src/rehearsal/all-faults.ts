import type { Flow } from '../flow/flow.ts';
import type { Fault, NoOffer } from './fault.ts';
import { flowSites } from './flow-sites.ts';
import { type PagePlan, planRefusal } from './page-plan.ts';
import { type RulePlan, rulePlanRefusal } from './rule-plan.ts';

const files = import.meta.glob<Fault>('./faults/*.ts', { eager: true, import: 'default' });

/** A fault with the id that its file gives it. */
export type NamedFault = Fault & { readonly id: string };

/** Every fault, in the order of the list. */
export const FAULTS: readonly NamedFault[] = Object.entries(files)
  .map(([path, fault]) => ({ ...fault, id: /([^/]+)\.ts$/.exec(path)?.[1] ?? path }))
  .sort((a, b) => a.order - b.order);

/** A fault beside a flow: its plans, or why there is none. */
export interface OfferedFault {
  readonly fault: NamedFault;
  /** By a script in the page; null when that is not possible. */
  readonly plan: PagePlan | null;
  /** By rules, once there is access to its sites; null when that is not possible. */
  readonly rulePlan: RulePlan | null;
  /** Why it cannot be rehearsed; null when it can be in one way or the other. */
  readonly grey: string | null;
}

/** What can be rehearsed on a flow, and what cannot. */
export function offeredFaults(flow: Flow): readonly OfferedFault[] {
  return FAULTS.map((fault) => {
    const plan = pagePlan(fault, flow);
    const rulePlan = planOfRules(fault, flow);
    const offered = { fault, plan: planIn(plan), rulePlan: planIn(rulePlan) };
    if (offered.plan || offered.rulePlan) return { ...offered, grey: null };
    return { ...offered, grey: reasonIn(rulePlan) ?? reasonIn(plan) };
  });
}

type Planned<Plan> = Plan | NoOffer | null;

const planIn = <Plan extends object>(planned: Planned<Plan>): Plan | null =>
  planned && !('grey' in planned) ? planned : null;

const reasonIn = (planned: Planned<object>): string | null =>
  planned && 'grey' in planned ? planned.grey : null;

function pagePlan(fault: NamedFault, flow: Flow): Planned<PagePlan> {
  const offer = fault.offer?.(flow);
  if (!offer || 'grey' in offer) return offer ?? null;
  const { id, title, once = true } = fault;
  const plan = { ...offer, fault: id, title, once };
  const grey = planRefusal(plan);
  return grey === null ? plan : { grey };
}

function planOfRules(fault: NamedFault, flow: Flow): Planned<RulePlan> {
  const offer = fault.rules?.(flow);
  if (!offer || 'grey' in offer) return offer ?? null;
  const plan = { ...offer, fault: fault.id, title: fault.title, sites: flowSites(flow) };
  const grey = rulePlanRefusal(plan);
  return grey === null ? plan : { grey };
}
