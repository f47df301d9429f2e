import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';

/** A flow at its place in the list, and how many stand above it. */
export interface NestedFlow {
  readonly analysed: AnalysedFlow;
  readonly depth: number;
}

/** Deeper flows stand as deep as this, so that a hostile recording leaves room for words. */
const DEEPEST = 8;

/** What is part of a flow or continues it stands under it. */
export function nested(flows: readonly AnalysedFlow[]): readonly NestedFlow[] {
  const ids = new Set(flows.map(({ flow }) => flow.id));
  const children = new Map<string | null, AnalysedFlow[]>();
  for (const one of flows) {
    const { parent } = one.flow;
    const above = parent !== null && ids.has(parent) ? parent : null;
    const list = children.get(above);
    if (list) list.push(one);
    else children.set(above, [one]);
  }
  const seen = new Set<AnalysedFlow>();
  const walk = (list: readonly AnalysedFlow[], depth: number): readonly NestedFlow[] =>
    list.flatMap((analysed) => {
      if (seen.has(analysed)) return [];
      seen.add(analysed);
      const below = walk(children.get(analysed.flow.id) ?? [], Math.min(depth + 1, DEEPEST));
      return [{ analysed, depth }, ...below];
    });
  const ordered = walk(children.get(null) ?? [], 0);
  const circling = flows.filter((one) => !seen.has(one));
  return [...ordered, ...circling.map((analysed) => ({ analysed, depth: 0 }))];
}
