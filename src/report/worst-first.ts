import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import { flowTree } from '../conclusion/flow-tree.ts';
import { isPart } from '../conclusion/parts.ts';
import type { Outcome } from '../words/outcomes.ts';

const ORDER: readonly Outcome[] = ['failed', 'unknown', 'unfinished', 'succeeded'];

/**
 * Failures whose cause is known come first, then flows with errors, other failures, and the rest.
 * A flow that is part of another one follows it.
 */
export function worstFlowsFirst(flows: readonly AnalysedFlow[]): readonly AnalysedFlow[] {
  const sorted = [...flows].sort((a, b) => rankOf(a) - rankOf(b));
  return flowTree(sorted, isPart).map(({ analysed }) => analysed);
}

function rankOf(analysed: AnalysedFlow): number {
  const isError = analysed.verdict.cause?.severity === 'error';
  if (isError) return analysed.outcome === 'failed' ? 0 : 1;
  return 2 + ORDER.indexOf(analysed.outcome);
}
