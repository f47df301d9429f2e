import { asksForNoToken } from '../words/grant-words.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { isPart } from './parts.ts';

/**
 * The attempt that people should see first: the newest failure, else the newest attempt. An attempt in
 * the diagram of another one counts only if it failed, and what asks for no token only if there is
 * nothing else. Null when there are no attempts.
 */
export function firstShown(flows: readonly AnalysedFlow[]): AnalysedFlow | null {
  const failed = flows.findLast(({ verdict }) => verdict.sign === 'bad');
  if (failed) return failed;
  const ids = new Set(flows.map(({ flow }) => flow.id));
  const whole = flows.filter(({ flow }) => !(isPart(flow) && ids.has(flow.parent ?? '')));
  const wanted = whole.findLast(({ flow }) => !asksForNoToken(flow.grant));
  return wanted ?? whole.at(-1) ?? flows.at(-1) ?? null;
}
