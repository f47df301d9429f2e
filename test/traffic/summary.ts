import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { causeIdOf } from '../helpers/analyse.ts';

/** Recordings by name, with their expected flows. */
export type Recordings = Readonly<
  Record<string, { readonly exchanges: readonly Exchange[]; readonly flows: readonly object[] }>
>;

/** A recording in short: the outcome and the findings of each flow. */
export function summary(exchanges: readonly Exchange[]) {
  const analysis = createAnalysis();
  for (const one of exchanges) analysis.add(one);
  const { flows, outside } = analysis.snapshot();
  return {
    flows: flows.map(({ flow, outcome, verdict, findings }) => ({
      grant: flow.grant,
      outcome,
      cause: causeIdOf({ verdict }),
      held: findings
        .filter(({ severity }) => severity !== 'info')
        .map(({ check, causedBy }) => (causedBy ? `${check} < ${causedBy.check}` : check)),
    })),
    outside: outside
      .filter(({ finding }) => finding.severity !== 'info')
      .map(({ finding }) => finding.check),
  };
}

/** A flow with that outcome and without findings. */
export function clean(outcome: string, grant = 'authorization_code') {
  return { grant, outcome, cause: null, held: [] };
}

/** A recording of one failure: its outcome, its root cause, and independent findings. */
export type Failure = readonly [
  name: string,
  exchanges: readonly Exchange[],
  outcome: string,
  cause: string | null,
  beside?: readonly string[],
];

/** The conclusion on the flow with a cause, without what follows from the cause. */
export function conclusion(exchanges: readonly Exchange[]) {
  const { flows } = summary(exchanges);
  const flow = flows.find(({ cause }) => cause !== null) ?? flows[0];
  const beside = flow?.held.filter((one) => one !== flow.cause && !one.includes(' < '));
  return { outcome: flow?.outcome, cause: flow?.cause, beside: beside?.sort() };
}

/** The grant and the kinds of messages of each flow, with its parent in brackets. */
export function flowsOf(exchanges: readonly Exchange[]): readonly string[] {
  const analysis = createAnalysis();
  for (const one of exchanges) analysis.add(one);
  const { flows } = analysis.snapshot();
  return flows.map(({ flow }) => {
    const above = flows.findIndex((other) => other.flow.id === flow.parent);
    const parent = above < 0 ? '' : ` [of ${above + 1}]`;
    return `${flow.grant}${parent}: ${flow.messages.map(({ kind }) => kind).join(', ')}`;
  });
}
