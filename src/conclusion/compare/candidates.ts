import type { AnalysedFlow } from '../analysed-flow.ts';

/**
 * The attempt that worked to compare with one: of the same client and server, the newest before it,
 * else the first after it. Where a client registers anew each time, the same server is enough.
 */
export function lastThatWorked(
  analysed: AnalysedFlow,
  flows: readonly AnalysedFlow[],
): AnalysedFlow | null {
  const worked = flows.filter(
    (one) =>
      one.flow.id !== analysed.flow.id &&
      one.verdict.sign === 'good' &&
      one.outcome === 'succeeded' &&
      likeness(one, analysed) >= SAME_SERVER,
  );
  const best = Math.max(...worked.map((one) => likeness(one, analysed)));
  const likely = worked.filter((one) => likeness(one, analysed) === best);
  const { startedAt } = analysed.flow;
  const before = likely.filter(({ flow }) => flow.startedAt <= startedAt);
  return latest(before) ?? earliest(likely);
}

/** The other attempts of a recording: those that are most like this one first, then the newest. */
export function othersToCompare(
  analysed: AnalysedFlow,
  flows: readonly AnalysedFlow[],
): readonly AnalysedFlow[] {
  return flows
    .filter((one) => one !== analysed)
    .toSorted(
      (one, other) =>
        likeness(other, analysed) - likeness(one, analysed) ||
        other.flow.startedAt - one.flow.startedAt,
    );
}

const SAME_SERVER = 6;

/** Server and grant count most, because attempts of two kinds have nothing in common. */
function likeness({ flow: one }: AnalysedFlow, { flow: other }: AnalysedFlow): number {
  const same = (a: string | null, b: string | null): boolean => a !== null && a === b;
  return (
    (one.grant === other.grant ? 4 : 0) +
    (same(one.authorizationServer, other.authorizationServer) ? 2 : 0) +
    (same(one.client, other.client) ? 1 : 0)
  );
}

function latest(flows: readonly AnalysedFlow[]): AnalysedFlow | null {
  return flows.toSorted((one, other) => other.flow.startedAt - one.flow.startedAt)[0] ?? null;
}

function earliest(flows: readonly AnalysedFlow[]): AnalysedFlow | null {
  return flows.toSorted((one, other) => one.flow.startedAt - other.flow.startedAt)[0] ?? null;
}
