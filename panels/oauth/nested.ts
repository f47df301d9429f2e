import type { AnalysedFlow } from '../../src/flow/flow.ts';

/** A federated login stands under the flow that it is part of. */
export function nested(flows: readonly AnalysedFlow[]): readonly AnalysedFlow[] {
  const ids = new Set(flows.map(({ flow }) => flow.id));
  const children = new Map<string | null, AnalysedFlow[]>();
  for (const one of flows) {
    const { parent } = one.flow;
    const above = parent !== null && ids.has(parent) ? parent : null;
    children.set(above, [...(children.get(above) ?? []), one]);
  }
  const seen = new Set<AnalysedFlow>();
  const walk = (list: readonly AnalysedFlow[]): readonly AnalysedFlow[] =>
    list.flatMap((one) => {
      if (seen.has(one)) return [];
      seen.add(one);
      return [one, ...walk(children.get(one.flow.id) ?? [])];
    });
  const ordered = walk(children.get(null) ?? []);
  return [...ordered, ...flows.filter((one) => !seen.has(one))];
}
