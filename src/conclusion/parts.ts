import type { Flow } from '../flow/flow.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { groupBy } from './group-by.ts';

/**
 * The flows that are drawn in the diagram of another one, by the index of the step that they follow.
 * These are the logins at other servers inside it, and the flows that exchange its tokens (RFC 8693)
 * or use them as an assertion (RFC 7523).
 */
export function partsOf(
  { flow }: AnalysedFlow,
  flows: readonly AnalysedFlow[],
): ReadonlyMap<number, readonly AnalysedFlow[]> {
  const parts = flows.filter((one) => one.flow.parent === flow.id && isPart(one.flow));
  return groupBy(parts, (part) => {
    const after = flow.messages.findLastIndex(
      ({ exchange }) => exchange.startedAt <= part.flow.startedAt,
    );
    return Math.max(after, 0);
  });
}

/** A logout or a stronger login has a diagram of its own. */
export function isPart({ relation, grant, request }: Flow): boolean {
  return relation === 'inside' || (relation === 'after' && grant !== 'logout' && request === null);
}
