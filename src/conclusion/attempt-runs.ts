import type { Flow } from '../flow/flow.ts';
import { memoised } from '../http/memo.ts';
import { hostOf } from '../http/url.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/** Attempts that repeat each other: the rounds of a loop, or retries that failed alike. */
export interface AttemptRun {
  /** The last attempt. It speaks for the run. */
  readonly last: AnalysedFlow;
  /** The attempts before it, oldest first. Empty for an attempt that repeats nothing. */
  readonly earlier: readonly AnalysedFlow[];
}

interface OpenRun {
  last: AnalysedFlow;
  earlier: AnalysedFlow[];
  /** Whether a later run has taken its attempts. */
  isTaken: boolean;
}

/** Groups attempts in time order into runs. A run stands where its last attempt stands. */
export function attemptRuns(attempts: readonly AnalysedFlow[]): readonly AttemptRun[] {
  const runs: OpenRun[] = [];
  const byParties = new Map<string, OpenRun[]>();
  for (const last of attempts) {
    const parties = partiesOf(last.flow);
    const before = parties === null ? [] : (byParties.get(parties) ?? []);
    const run = { last, earlier: takenBy(last, before), isTaken: false };
    before.push(run);
    if (parties !== null) byParties.set(parties, before);
    runs.push(run);
  }
  return runs.filter(({ isTaken }) => !isTaken);
}

/** Takes the runs that an attempt continues off the end of the runs of its parties. */
function takenBy(last: AnalysedFlow, before: OpenRun[]): AnalysedFlow[] {
  const since = loopSince(last);
  const taken: OpenRun[] = [];
  for (let run = before.at(-1); run && continues(last, run, since); run = before.at(-1)) {
    before.pop();
    run.isTaken = true;
    taken.push(run);
    if (since === null) break;
  }
  // The oldest run is the longest, so its list is the one that grows.
  const oldest = taken.pop();
  if (!oldest) return [];
  const { earlier } = oldest;
  earlier.push(oldest.last);
  for (const run of taken.reverse())
    for (const one of [...run.earlier, run.last]) earlier.push(one);
  return earlier;
}

function continues(last: AnalysedFlow, { last: before }: OpenRun, since: number | null): boolean {
  if (since !== null) return before.flow.startedAt >= since;
  const end = endOf(last);
  return end !== null && endOf(before) === end;
}

/** When the loop began of which this attempt is the last round. Null when it is not that. */
function loopSince({ flow, verdict }: AnalysedFlow): number | null {
  if (verdict.cause?.effect !== 'starts-over') return null;
  return flow.recording.loopOf(flow)?.since ?? null;
}

/** How an attempt ended, when attempts that end so are retries. */
function endOf({ verdict, outcome }: AnalysedFlow): string | null {
  const { cause, sign } = verdict;
  if (sign === 'bad' || sign === 'recovered') return `${sign} ${cause?.check ?? outcome}`;
  // A silent request that found nobody signed in.
  return sign === 'open' && cause !== null ? `open ${cause.check}` : null;
}

/** Who takes part in an attempt for what. Null when neither client nor server is known. */
const partiesOf = memoised((flow: Flow): string | null => {
  const { client, authorizationServer: server, grant, relation, parent } = flow;
  if (client === null && server === null) return null;
  return JSON.stringify([client, server && hostOf(server), grant, relation, parent]);
});
