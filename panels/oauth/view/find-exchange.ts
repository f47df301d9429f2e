import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { stepKey } from '../../../src/conclusion/steps.ts';
import type { Flow } from '../../../src/flow/flow.ts';
import { memoised } from '../../../src/http/memo.ts';

/** A message in the flow that has it. */
export interface FoundExchange {
  readonly flow: Flow;
  readonly index: number;
  readonly key: string;
}

/** The last message of each exchange of a flow. A list of flows changes more often than its flows. */
const indexes = memoised(
  ({ messages }: Flow): ReadonlyMap<string, number> =>
    new Map(messages.map(({ exchange }, index) => [exchange.id, index])),
);

/** The message of an exchange in the last flow that has it; null when no shown flow has it. */
export function findExchange(flows: readonly AnalysedFlow[], id: string): FoundExchange | null {
  const flow = flows.findLast((one) => indexes(one.flow).has(id))?.flow;
  const index = flow && indexes(flow).get(id);
  const message = index === undefined ? undefined : flow?.messages[index];
  return flow && message && index !== undefined ? { flow, index, key: stepKey(message) } : null;
}
