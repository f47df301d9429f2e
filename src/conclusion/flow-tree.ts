import { flowRemark } from '../flow/facts/remarks.ts';
import type { Flow } from '../flow/flow.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { groupBy } from './group-by.ts';

/** A flow in a list, with the number of flows above it. */
export interface PlacedFlow {
  readonly analysed: AnalysedFlow;
  readonly depth: number;
}

/** The flows by the id of their parent; by null when the parent is not in the list. */
export function flowsByParent(
  flows: readonly AnalysedFlow[],
  standsUnder: (flow: Flow) => boolean,
): ReadonlyMap<string | null, readonly AnalysedFlow[]> {
  const ids = new Set(flows.map(({ flow }) => flow.id));
  return groupBy(flows, ({ flow }) => {
    const { parent } = flow;
    return parent !== null && ids.has(parent) && standsUnder(flow) ? parent : null;
  });
}

/** The list with each flow right after its parent. Flows that are each other's parents come last. */
export function flowTree(
  flows: readonly AnalysedFlow[],
  standsUnder: (flow: Flow) => boolean = () => true,
): readonly PlacedFlow[] {
  const children = flowsByParent(flows, standsUnder);
  const placed = new Map<AnalysedFlow, number>();
  const open = at(pinnedFirst(children.get(null) ?? []), 0);
  for (let next = open.pop(); next; next = open.pop()) {
    const { analysed, depth } = next;
    placed.set(analysed, depth);
    open.push(...at(children.get(analysed.flow.id), depth + 1));
  }
  for (const one of flows) if (!placed.has(one)) placed.set(one, 0);
  return [...placed].map(([analysed, depth]) => ({ analysed, depth }));
}

/** What the user has pinned stands above the rest. */
function pinnedFirst(flows: readonly AnalysedFlow[]): readonly AnalysedFlow[] {
  const pinned = new Set(flows.filter(({ flow }) => flowRemark(flow).pinned));
  return pinned.size === 0 ? flows : [...pinned, ...flows.filter((one) => !pinned.has(one))];
}

/** A stack with the first flow on top. */
function at(flows: readonly AnalysedFlow[] | undefined, depth: number): PlacedFlow[] {
  return (flows ?? []).map((analysed) => ({ analysed, depth })).reverse();
}
