import { createAnalysis } from '../../src/checks/analysis.ts';
import type { Finding, Unclear } from '../../src/flow/finding.ts';
import type { Exchange } from '../../src/http/exchange.ts';

/** What the whole analysis says of some exchanges, over all flows. */
export function analyse(exchanges: readonly Exchange[]): {
  readonly findings: readonly Finding[];
  readonly unclear: readonly Unclear[];
} {
  const analysis = createAnalysis();
  for (const exchange of exchanges) analysis.add(exchange);
  const { flows, outside } = analysis.snapshot();
  return {
    findings: [...flows.flatMap((flow) => flow.findings), ...outside.map(({ finding }) => finding)],
    unclear: flows.flatMap((flow) => flow.unclear),
  };
}
