import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import { partsOf } from '../conclusion/parts.ts';

/** Those flows and the flows in their diagrams. */
export function withParts(
  ids: readonly string[],
  flows: readonly AnalysedFlow[],
): ReadonlySet<string> {
  const wanted = new Set(ids);
  const open = flows.filter(({ flow }) => wanted.has(flow.id));
  for (let one = open.pop(); one; one = open.pop()) {
    for (const part of [...partsOf(one, flows).values()].flat()) {
      if (wanted.has(part.flow.id)) continue;
      wanted.add(part.flow.id);
      open.push(part);
    }
  }
  return wanted;
}
