import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { gapsOf } from '../../../src/conclusion/gaps.ts';
import { groupBy } from '../../../src/conclusion/group-by.ts';
import type { Flow } from '../../../src/flow/flow.ts';
import type { BodyLoss, Gap } from '../../../src/http/exchange.ts';
import { memoised } from '../../../src/http/memo.ts';
import { type GapHelp, gapHelp } from '../../../src/words/gap-words.ts';

/** Gaps with one reason. */
export interface GapGroup {
  readonly gap: Gap;
  readonly count: number;
  /** The flows that have the gap, in the order of the recording. */
  readonly flows: readonly Flow[];
  readonly help: GapHelp | null;
}

const reasonOf = ({ kind, text }: Gap): string => `${kind} ${text}`;
const nameOf = (gap: Gap): string => `${gap.at} ${reasonOf(gap)}`;

/** The gaps of a flow, and the bodies that it lacks by the moment of their exchange. */
const knownOf = memoised((flow: Flow) => ({
  gaps: gapsOf(flow).map(nameOf),
  losses: flow.messages.flatMap(({ exchange }): readonly (readonly [number, BodyLoss])[] => {
    const body = exchange.response?.body;
    return body && 'unknown' in body ? [[exchange.startedAt, body.unknown]] : [];
  }),
}));

/** Browsers withhold a response from every extension too. */
const WITHHELD: ReadonlySet<BodyLoss> = new Set(['withheld']);

/** The gaps by their reason, each with its flows. */
export function gapGroups(
  gaps: readonly Gap[],
  flows: readonly AnalysedFlow[],
): readonly GapGroup[] {
  const flowsOf = new Map<string, Flow>();
  const lossAt = new Map<number, { readonly flow: Flow; readonly loss: BodyLoss }>();
  for (const { flow } of flows) {
    const known = knownOf(flow);
    for (const name of known.gaps) flowsOf.set(name, flow);
    for (const [at, loss] of known.losses) lossAt.set(at, { flow, loss });
  }
  const lost = ({ kind, at }: Gap) =>
    kind === 'lost-body' ? lossAt.get(at ?? Number.NaN) : undefined;
  const flowOf = (gap: Gap): Flow | undefined => flowsOf.get(nameOf(gap)) ?? lost(gap)?.flow;
  return [...groupBy(gaps, reasonOf).values()].flatMap((same): readonly GapGroup[] => {
    const [gap] = same;
    if (!gap) return [];
    const loss = lost(gap)?.loss;
    const help = loss && WITHHELD.has(loss) ? 'proxy' : gapHelp(gap.kind);
    const owners = same.map(flowOf).filter((flow) => flow !== undefined);
    return [{ gap, count: same.length, flows: [...new Set(owners)], help }];
  });
}
