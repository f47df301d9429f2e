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

const places = memoised(
  (flows: readonly AnalysedFlow[]): ReadonlyMap<string, FoundExchange> =>
    new Map(
      flows.flatMap(({ flow }) =>
        flow.messages.map((message, index): [string, FoundExchange] => [
          message.exchange.id,
          { flow, index, key: stepKey(message) },
        ]),
      ),
    ),
);

/** The message of an exchange; null when no shown flow has it. */
export function findExchange(flows: readonly AnalysedFlow[], id: string): FoundExchange | null {
  return places(flows).get(id) ?? null;
}
