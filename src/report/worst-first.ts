import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import { flowTree } from '../conclusion/flow-tree.ts';
import { isPart } from '../conclusion/parts.ts';
import type { Outcome } from '../words/outcomes.ts';

/** What failed before a later attempt worked comes just before what worked at once. */
const ORDER: readonly (Outcome | 'recovered')[] = [
  'failed',
  'unknown',
  'unfinished',
  'recovered',
  'succeeded',
];

/**
 * Failures whose cause is known come first, then flows with errors, other failures, and the rest.
 * A flow that is part of another one follows it.
 */
export function worstFlowsFirst(flows: readonly AnalysedFlow[]): readonly AnalysedFlow[] {
  const sorted = [...flows].sort((a, b) => rankOf(a) - rankOf(b));
  return flowTree(sorted, isPart).map(({ analysed }) => analysed);
}

function rankOf({ verdict: { sign, cause }, outcome }: AnalysedFlow): number {
  if (sign === 'recovered') return 2 + ORDER.indexOf(sign);
  if (cause?.severity === 'error') return outcome === 'failed' ? 0 : 1;
  return 2 + ORDER.indexOf(outcome);
}
