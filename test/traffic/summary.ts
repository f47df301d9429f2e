import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { causeIdOf } from '../helpers/analyse.ts';

/** Recordings by name, and what their flows come to. */
export type Recordings = Readonly<
  Record<string, { readonly exchanges: readonly Exchange[]; readonly flows: readonly object[] }>
>;

/** What a recording comes to, in short: per flow its end and what is held against it. */
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

/** A flow that ended so and that nothing is held against. */
export function clean(outcome: string, grant = 'authorization_code') {
  return { grant, outcome, cause: null, held: [] };
}

/** A recording of one failure: how it ended, its root cause, and what else stands for itself. */
export type Failure = readonly [
  name: string,
  exchanges: readonly Exchange[],
  outcome: string,
  cause: string | null,
  beside?: readonly string[],
];

/** The conclusion on the flow with a cause; what follows from the cause is left out. */
export function conclusion(exchanges: readonly Exchange[]) {
  const { flows } = summary(exchanges);
  const flow = flows.find(({ cause }) => cause !== null) ?? flows[0];
  const beside = flow?.held.filter((one) => one !== flow.cause && !one.includes(' < '));
  return { outcome: flow?.outcome, cause: flow?.cause, beside: beside?.sort() };
}

/** Per flow its grant and the kinds of its messages; the flow that it continues stands in brackets. */
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
