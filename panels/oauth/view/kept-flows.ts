import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import type { KeptFlows } from '../../../src/extension/handover.ts';
import { exchangesOf } from './message-secrets.ts';

/** A flow that has not ended may go on within this many milliseconds. */
const UNDER_WAY = 600_000;

/**
 * What the recorder may not remove: the shown flow with those around it, flows with a pin or a note,
 * and flows that may still go on.
 */
export function keptFlows(
  flows: readonly AnalysedFlow[],
  shown: AnalysedFlow | null,
  now: number,
): KeptFlows {
  const around = new Set([shown?.flow.id, shown?.flow.parent]);
  const stay = new Set<string>();
  const groups = flows.map(({ flow, outcome }) => {
    const exchanges = flow.messages.flatMap(exchangesOf);
    const ids = exchanges.map(({ id }) => id);
    const last = exchanges.reduce((latest, { startedAt }) => Math.max(latest, startedAt), 0);
    const isShown = around.has(flow.id) || (flow.parent !== null && around.has(flow.parent));
    const isUnderWay = outcome === 'unfinished' && now - last < UNDER_WAY;
    const isMarked = exchanges.some(({ remarks }) => remarks && remarks.length > 0);
    if (isShown || isUnderWay || isMarked) for (const id of ids) stay.add(id);
    return ids;
  });
  return { stay, flows: groups };
}
