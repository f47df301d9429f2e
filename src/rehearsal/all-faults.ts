import type { Flow } from '../flow/flow.ts';
import type { Fault } from './fault.ts';
import { type PagePlan, planRefusal } from './page-plan.ts';

const files = import.meta.glob<Fault>('./faults/*.ts', { eager: true, import: 'default' });

/** A fault with the id that its file gives it. */
export type NamedFault = Fault & { readonly id: string };

/** Every fault, in the order of the list. */
export const FAULTS: readonly NamedFault[] = Object.entries(files)
  .map(([path, fault]) => ({ ...fault, id: /([^/]+)\.ts$/.exec(path)?.[1] ?? path }))
  .sort((a, b) => a.order - b.order);

/** A fault beside a flow: its plan, or why there is none. */
export interface OfferedFault {
  readonly fault: NamedFault;
  readonly plan: PagePlan | null;
  /** Why it cannot be rehearsed; null when it can be. */
  readonly grey: string | null;
}

/** What can be rehearsed on a flow, and what cannot. */
export function offeredFaults(flow: Flow): readonly OfferedFault[] {
  return FAULTS.map((fault) => {
    const offer = fault.offer(flow);
    if ('grey' in offer) return { fault, plan: null, grey: offer.grey };
    const { id, title, once = true } = fault;
    const plan = { ...offer, fault: id, title, once };
    const grey = planRefusal(plan);
    return { fault, plan: grey === null ? plan : null, grey };
  });
}
