import { EMPTY_SNAPSHOT } from '../../panels/oauth/model/empty-snapshot.ts';
import type { Analysis, Snapshot } from '../../src/analysis/analysis.ts';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { login } from './recording.ts';

export { finding } from '../helpers/findings.ts';

/** The flow of some exchanges, with conclusions of the test's choice. */
export function analysedFlow(
  conclusions: Partial<Omit<AnalysedFlow, 'flow'>>,
  exchanges: readonly Exchange[] = login(),
): AnalysedFlow {
  const analysis = createAnalysis();
  for (const exchange of exchanges) analysis.add(exchange);
  const analysed = analysis.snapshot().flows[0];
  if (!analysed) throw new Error('These exchanges make no flow.');
  return { ...analysed, findings: [], unclear: [], ...conclusions };
}

/** An analysis that always says the same. */
export function fixedAnalysis(snapshot: Partial<Snapshot>): Analysis {
  const whole = {
    ...EMPTY_SNAPSHOT,
    ...snapshot,
  };
  return {
    addSource: () => {},
    add: () => {},
    remove: () => {},
    knows: () => false,
    addNavigation: () => {},
    addGap: () => {},
    addRehearsal: () => {},
    addNote: () => {},
    recording: (sources) => ({ exchanges: [], navigations: [], gaps: [], sources }),
    clear: () => {},
    snapshot: () => whole,
    *steps() {
      yield;
      return whole;
    },
    settle: async () => false,
  };
}
