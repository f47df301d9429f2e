import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { OUTSIDE } from './outside-flow.ts';

/** What the toolbar counts. */
export interface FlowCounts {
  /** Rows of the list with the bad sign, when everything is unfolded. */
  readonly failed: number;
  readonly recovered: number;
  readonly rehearsed: number;
  /** Without the row of what belongs to no flow. */
  readonly flows: number;
}

/** Counts flows as the list shows them. */
export function flowCounts(all: readonly AnalysedFlow[]): FlowCounts {
  const withSign = (sign: string) => all.filter(({ verdict }) => verdict.sign === sign).length;
  const flows = all.filter(({ flow }) => flow.id !== OUTSIDE).length;
  return {
    failed: withSign('bad'),
    recovered: withSign('recovered'),
    rehearsed: withSign('rehearsed'),
    flows,
  };
}
