import { memoised } from '../http/memo.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { partsOf } from './parts.ts';
import { type Activity, activitiesOf } from './time/activity.ts';
import { bringsTokens, gapClass, showsPage } from './time/gap-class.ts';
import { PRIORITY, type TimeClass } from './time/time-class.ts';

/** A stretch of time that belongs to one class. Milliseconds since the epoch. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
  readonly is: TimeClass;
  /** The request after which nothing was under way; null while something was. */
  readonly after: Activity | null;
}

/** Where the time of an attempt went. */
export interface TimeSpent {
  /** When the first message began, and when the last one ended. */
  readonly from: number;
  readonly to: number;
  /** The whole time in order, without holes. Each stretch has one class. */
  readonly spans: readonly TimeSpan[];
  /** Milliseconds of each class that occurs. Their sum is the whole time. */
  readonly sums: ReadonlyMap<TimeClass, number>;
  /** The requests of this attempt, without those of logins inside it, in the order of its steps. */
  readonly activities: readonly Activity[];
}

/** Logins inside logins are followed to this depth. */
const DEEPEST = 8;

/**
 * Divides the time of an attempt, from its first request to its last response. Time during a request
 * belongs to what the request waited for; time between requests belongs to whoever had to act next.
 */
export function whereTimeWent(
  analysed: AnalysedFlow,
  flows: readonly AnalysedFlow[] = [],
): TimeSpent {
  const activities = requestsOf(analysed);
  const inner = innerActivities(analysed, flows, 0);
  const all = [...activities, ...inner].toSorted((a, b) => a.from - b.from || a.to - b.to);
  const from = all[0]?.from ?? analysed.flow.startedAt;
  const to = all.reduce((last, one) => Math.max(last, one.to), from);
  const spans = [...busySpans(all), ...idleSpans(all)].toSorted((a, b) => a.from - b.from);
  const sums = new Map<TimeClass, number>();
  for (const { is, from: start, to: end } of spans) sums.set(is, (sums.get(is) ?? 0) + end - start);
  return { from, to, spans, sums, activities };
}

const requestsOf = memoised(({ flow }: AnalysedFlow): readonly Activity[] =>
  flow.messages.flatMap((message, index) => activitiesOf(message, index, flow)),
);

/** The requests of the logins inside this one. */
function innerActivities(
  analysed: AnalysedFlow,
  flows: readonly AnalysedFlow[],
  depth: number,
): readonly Activity[] {
  if (depth >= DEEPEST || flows.length === 0) return [];
  return [...partsOf(analysed, flows).values()]
    .flat()
    .filter(({ flow }) => flow.relation === 'inside')
    .flatMap((part) => [...requestsOf(part), ...innerActivities(part, flows, depth + 1)]);
}

/** Time with at least one request under way. What most explains it counts. */
function busySpans(activities: readonly Activity[]): readonly TimeSpan[] {
  const edges = activities.flatMap(({ phases }) =>
    phases.flatMap(({ from, to, is }) =>
      to > from
        ? [
            { at: from, is, step: 1 },
            { at: to, is, step: -1 },
          ]
        : [],
    ),
  );
  edges.sort((a, b) => a.at - b.at);
  const open = new Map<TimeClass, number>();
  const spans: TimeSpan[] = [];
  let last = 0;
  for (const { at, is, step } of edges) {
    const now = PRIORITY.find((one) => (open.get(one) ?? 0) > 0);
    if (now !== undefined && at > last) push(spans, { from: last, to: at, is: now, after: null });
    open.set(is, (open.get(is) ?? 0) + step);
    last = at;
  }
  return spans;
}

function push(spans: TimeSpan[], span: TimeSpan): void {
  const before = spans.at(-1);
  if (before && before.is === span.is && before.to === span.from) {
    spans[spans.length - 1] = { ...before, to: span.to };
  } else spans.push(span);
}

/** Time without a request. */
function idleSpans(activities: readonly Activity[]): readonly TimeSpan[] {
  const spans: TimeSpan[] = [];
  let before: Activity | null = null;
  let page: Activity | null = null;
  let hasTokens = false;
  for (const next of activities) {
    if (before !== null && next.from > before.to) {
      const is = gapClass({ before, next, page, hasTokens });
      spans.push({ from: before.to, to: next.from, is, after: before });
    }
    if (before === null || next.to >= before.to) before = next;
    if (showsPage(next)) page = next;
    hasTokens ||= bringsTokens(next);
  }
  return spans;
}
