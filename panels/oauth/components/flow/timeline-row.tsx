import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { RepeatedStep } from '../../../../src/conclusion/repeated-steps.ts';
import type { Activity } from '../../../../src/conclusion/time/activity.ts';
import type { TimeClass } from '../../../../src/conclusion/time/time-class.ts';
import { timeWord } from '../../../../src/conclusion/time-sentence.ts';
import type { TimeSpent } from '../../../../src/conclusion/where-time-went.ts';
import { messageWord } from '../../../../src/words/kinds.ts';
import { duration } from '../../../../src/words/times.ts';
import { useStore } from '../../model/context.ts';
import { startedAtTitle, timeInFlow } from '../../view/time.ts';
import type { TimeAxis } from '../../view/time-axis.ts';

interface SegmentProps {
  readonly axis: TimeAxis;
  readonly from: number;
  readonly to: number;
  readonly is: TimeClass;
  readonly title: string;
  /** Nobody had a request. */
  readonly thin?: boolean;
}

/** A stretch of time as a part of a bar. */
export function Segment({ axis, from, to, is, title, thin = false }: SegmentProps) {
  const left = axis.at(from);
  const width = axis.at(to) - left;
  return (
    <span
      class={`segment time-${is} ${thin ? 'thin' : ''}`}
      title={title}
      style={{ left: `${left}%`, width: `${width}%` }}
    />
  );
}

/** More bars in one row cannot be told apart. */
const MOST_BARS = 100;

interface RowProps {
  readonly row: RepeatedStep;
  readonly spent: TimeSpent;
  readonly axis: TimeAxis;
  readonly analysed: AnalysedFlow;
}

/** One step, or a step and its repetitions, and who had to act after it. */
export function TimelineRow({ row, spent, axis, analysed }: RowProps) {
  const store = useStore();
  const { flow } = analysed;
  const { step, again } = row;
  const indexes = new Set([step, ...again].map(({ index }) => index));
  const activities = spent.activities.filter(({ index }) => indexes.has(index));
  const shown = activities.slice(0, MOST_BARS);
  const ended = new Set(shown);
  const gaps = spent.spans.filter(({ after }) => after !== null && ended.has(after));
  const start = flow.messages[0]?.exchange.startedAt ?? flow.startedAt;
  const { exchange } = step.message;
  const isCurrent = store.stepKey.value === step.key;
  const took = lengthOf(activities);
  return (
    <li>
      <button
        type="button"
        class="timeline-row"
        data-row
        data-step={step.key}
        data-testid="timeline-row"
        aria-current={isCurrent}
        onClick={() => store.openStep(step.key)}
      >
        <span class="number mono quiet">{step.index + 1}</span>
        <span class="timeline-label">
          {messageWord(step.message)}
          {again.length > 0 && <span class="quiet"> × {again.length + 1}</span>}
        </span>
        <span class="timeline-bars" aria-hidden="true">
          {shown.flatMap(({ phases }) =>
            phases.map(({ from, to, is, name }) => (
              <Segment
                key={`${from} ${name}`}
                axis={axis}
                from={from}
                to={to}
                is={is}
                title={`${duration(to - from)} ${name}`}
              />
            )),
          )}
          {shown
            .filter(({ phases }) => phases.length === 0)
            .map(({ from }) => (
              <span key={from} class="segment point" style={{ left: `${axis.at(from)}%` }} />
            ))}
          {gaps.map(({ from, to, is }) => (
            <Segment
              key={`after ${from}`}
              axis={axis}
              from={from}
              to={to}
              is={is}
              thin
              title={`then ${duration(to - from)} ${timeWord(is, flow.grant)}`}
            />
          ))}
        </span>
        <span class="mono timeline-number">
          {took === null ? <span title="not recorded">◌</span> : duration(took)}
        </span>
        <time class="mono quiet" title={startedAtTitle(exchange, flow)}>
          {timeInFlow(exchange.startedAt, start)}
        </time>
        <span class="unseen-words">{phaseWords(activities, flow.grant)}</span>
      </button>
    </li>
  );
}

/** How long all requests of a row took; null when one of them is unknown. */
function lengthOf(activities: readonly Activity[]): number | null {
  if (activities.some(({ isKnown }) => !isKnown)) return null;
  return activities.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The parts of a row for screen readers: `445 ms authorization server, 53 ms network`. */
function phaseWords(activities: readonly Activity[], grant: AnalysedFlow['flow']['grant']): string {
  const sums = new Map<TimeClass, number>();
  for (const { phases } of activities) {
    for (const { is, from, to } of phases) sums.set(is, (sums.get(is) ?? 0) + to - from);
  }
  if (sums.size === 0) return 'duration not recorded';
  return [...sums].map(([is, length]) => `${duration(length)} ${timeWord(is, grant)}`).join(', ');
}
