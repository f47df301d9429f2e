import { count } from '../words/numbers.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/** How many attempts have which sign. */
export interface FlowCounts {
  readonly flows: number;
  /** Those with the bad sign. */
  readonly failed: number;
  /** Those that failed before a later attempt worked. They are not among `failed`. */
  readonly recovered: number;
  /** Those that failed of a fault that the user switched on. They are not among `failed`. */
  readonly rehearsed: number;
}

/** Counts attempts by their sign: for the toolbar, the reports and the exit code. */
export function flowCounts(all: readonly AnalysedFlow[]): FlowCounts {
  const withSign = (sign: string) => all.filter(({ verdict }) => verdict.sign === sign).length;
  return {
    flows: all.length,
    failed: withSign('bad'),
    recovered: withSign('recovered'),
    rehearsed: withSign('rehearsed'),
  };
}

/** What reports say of their flows: `3 flows, 1 failed, 1 recovered`. */
export function flowCountWords({ flows, failed, recovered, rehearsed }: FlowCounts): string {
  const later = recovered === 0 ? '' : `, ${recovered} recovered`;
  const wanted = rehearsed === 0 ? '' : `, ${rehearsed} rehearsed by you`;
  return `${count(flows, 'flow')}, ${failed} failed${later}${wanted}`;
}
