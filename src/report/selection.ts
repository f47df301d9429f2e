import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import type { Flow } from '../flow/flow.ts';
import type { Message } from '../oauth/message.ts';
import type { ReportOptions } from './format.ts';
import type { Shared } from './shared.ts';
import { withParts } from './with-parts.ts';
import { worstFlowsFirst } from './worst-first.ts';

/** What a report is about. */
export interface Selection {
  /** The worst first. */
  readonly flows: readonly AnalysedFlow[];
  /** The index of the only message; null for all. */
  readonly only: number | null;
  /** Everything of the recording, with what belongs to no flow. */
  readonly isWhole: boolean;
}

/** The flows and messages that the options name. */
export function selectionOf(
  { snapshot }: Pick<Shared, 'snapshot'>,
  { flowIds, messageOf }: ReportOptions,
): Selection {
  const all = worstFlowsFirst(snapshot.flows);
  if (messageOf) {
    const flows = all.filter(({ flow }) => flow.id === messageOf.flowId);
    return { flows, only: messageOf.index, isWhole: false };
  }
  if (flowIds === undefined) return { flows: all, only: null, isWhole: true };
  const wanted = withParts(flowIds, snapshot.flows);
  return { flows: all.filter(({ flow }) => wanted.has(flow.id)), only: null, isWhole: false };
}

/** The messages of a flow that a report shows, with their indexes. */
export function shownMessages(
  { messages }: Flow,
  only: number | null,
): readonly (readonly [number, Message])[] {
  return [...messages.entries()].filter(([index]) => only === null || index === only);
}
