import type { OfferedFault } from './all-faults.ts';
import type { PagePlan } from './page-plan.ts';
import type { RulePlan } from './rule-plan.ts';
import { coversAll } from './site-patterns.ts';

/**
 * The plan that is carried out: rules where the granted patterns cover their sites, else the script in
 * the page. Null for a fault that needs access first.
 */
export function chosenPlan(
  { plan, rulePlan }: Pick<OfferedFault, 'plan' | 'rulePlan'>,
  granted: readonly string[],
): PagePlan | RulePlan | null {
  return rulePlan && coversAll(granted, rulePlan.sites) ? rulePlan : plan;
}

/** The URL whose server meets a plan. */
export function serverOf(plan: PagePlan | RulePlan): string {
  if ('deeds' in plan) return plan.requests.url;
  return plan.calls?.url ?? (plan.deed.kind === 'go' ? plan.deed.url : plan.origin);
}
