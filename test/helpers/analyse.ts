import { createAnalysis, type Snapshot } from '../../src/analysis/analysis.ts';
import { settledSnapshot } from '../../src/analysis/settled-snapshot.ts';
import type { Finding, Unclear } from '../../src/checks/finding.ts';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { mergeSources } from '../../src/recorders/merge-sources.ts';

/** The snapshot of the whole analysis after some exchanges. */
export function snapshotOf(exchanges: readonly Exchange[]): Snapshot {
  const analysis = createAnalysis();
  analysis.addSource(1, 'second.har', mergeSources);
  for (const exchange of exchanges) analysis.add(exchange);
  return analysis.snapshot();
}

/** The same once the signatures of all tokens are verified, as a reader of a report sees it. */
export async function settledSnapshotOf(exchanges: readonly Exchange[]): Promise<Snapshot> {
  const analysis = createAnalysis();
  analysis.addSource(1, 'second.har', mergeSources);
  for (const exchange of exchanges) analysis.add(exchange);
  return settledSnapshot(analysis);
}

interface Everything {
  readonly findings: readonly Finding[];
  readonly unclear: readonly Unclear[];
}

/** All findings of the whole analysis on some exchanges. */
export function analyse(exchanges: readonly Exchange[]): Everything {
  return everythingIn(snapshotOf(exchanges));
}

/** All findings of a snapshot. */
export function everythingIn({ flows, outside }: Snapshot): Everything {
  return {
    findings: [...flows.flatMap((flow) => flow.findings), ...outside.map(({ finding }) => finding)],
    unclear: flows.flatMap((flow) => flow.unclear),
  };
}

/** Id of the check whose finding is the cause of a flow's verdict. */
export function causeIdOf({ verdict }: Pick<AnalysedFlow, 'verdict'>): string | null {
  return verdict.cause?.check ?? null;
}
