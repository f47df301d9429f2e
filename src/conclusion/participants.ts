import { LANES, type Lane } from '../oauth/define-kind.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { partsOf } from './parts.ts';
import { flowSteps } from './steps.ts';

/** Flows inside flows are searched to this depth. */
const DEEPEST = 8;

/**
 * The parties that send or receive a message of the flow, or of the flows of `others` that are drawn
 * in it, in the order of the lanes.
 */
export function participants(
  analysed: AnalysedFlow,
  others: readonly AnalysedFlow[] = [],
): readonly Lane[] {
  const found = new Set<Lane>();
  collect(analysed, others, found, 0);
  return LANES.filter((lane) => found.has(lane));
}

function collect(
  analysed: AnalysedFlow,
  others: readonly AnalysedFlow[],
  found: Set<Lane>,
  depth: number,
): void {
  for (const { from, to } of flowSteps(analysed).steps) found.add(from).add(to);
  if (depth === DEEPEST || found.size === LANES.length) return;
  for (const part of [...partsOf(analysed, others).values()].flat())
    collect(part, others, found, depth + 1);
}
