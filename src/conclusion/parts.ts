import type { Flow } from '../flow/flow.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/**
 * The flows that are drawn in the picture of another one, by the index of the step that they follow.
 * These are the logins at other servers inside it, and the flows that exchange its tokens (RFC 8693)
 * or use them as an assertion (RFC 7523).
 */
export function partsOf(
  { flow }: AnalysedFlow,
  flows: readonly AnalysedFlow[],
): ReadonlyMap<number, readonly AnalysedFlow[]> {
  const places = new Map<number, AnalysedFlow[]>();
  for (const one of flows) {
    if (one.flow.parent !== flow.id || !isPart(one.flow)) continue;
    const after = flow.messages.findLastIndex(
      ({ exchange }) => exchange.startedAt <= one.flow.startedAt,
    );
    const place = Math.max(after, 0);
    const list = places.get(place);
    if (list) list.push(one);
    else places.set(place, [one]);
  }
  return places;
}

/** A logout or a stronger login has a picture of its own. */
export function isPart({ relation, grant, request }: Flow): boolean {
  return relation === 'inside' || (relation === 'after' && grant !== 'logout' && request === null);
}
