import { useMemo, useState } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { repeatedSteps } from '../../../../src/conclusion/repeated-steps.ts';
import { flowSteps } from '../../../../src/conclusion/steps.ts';
import { timeClassWords } from '../../../../src/conclusion/time/time-class.ts';
import { longestFirst, timeSentence, timeWord } from '../../../../src/conclusion/time-sentence.ts';
import { type TimeSpent, whereTimeWent } from '../../../../src/conclusion/where-time-went.ts';
import type { Grant } from '../../../../src/oauth/values/grants.ts';
import { count } from '../../../../src/words/numbers.ts';
import { duration } from '../../../../src/words/times.ts';
import { useStore } from '../../model/context.ts';
import { timeAxis } from '../../view/time-axis.ts';
import { TimeSwitch } from '../common/time-switch.tsx';
import '../../styles/timeline.css';
import { Segment, TimelineRow } from './timeline-row.tsx';

const STEP = 150;

/** Where the time of the flow went: the sum of each class, and a bar for each step. */
export function Timeline({ analysed }: { readonly analysed: AnalysedFlow }) {
  const store = useStore();
  const [limit, setLimit] = useState(STEP);
  const flows = store.snapshot.value.flows;
  const spent = useMemo(() => whereTimeWent(analysed, flows), [analysed, flows]);
  const axis = useMemo(() => timeAxis(spent), [spent]);
  const rows = useMemo(() => repeatedSteps(flowSteps(analysed).steps), [analysed]);
  const left = rows.length - limit;
  const { grant } = analysed.flow;
  return (
    <section class="timeline" aria-label="Timeline" data-times={store.settings.times.value}>
      <p class="timeline-sentence" data-testid="time-sentence">
        {timeSentence(spent, grant)}
      </p>
      <Legend spent={spent} grant={grant} />
      <div class="timeline-row timeline-head">
        <span />
        <span class="quiet">Whole attempt</span>
        <span class="timeline-bars" aria-hidden="true">
          {spent.spans.map((span) => (
            <Segment
              key={span.from}
              axis={axis}
              from={span.from}
              to={span.to}
              is={span.is}
              title={`${duration(span.to - span.from)} ${timeWord(span.is, grant)}`}
            />
          ))}
          {axis.breaks.map((span) => (
            <span
              key={span.from}
              class="timeline-break"
              style={{ left: `${(axis.at(span.from) + axis.at(span.to)) / 2}%` }}
            >
              {duration(span.to - span.from)}
            </span>
          ))}
        </span>
        <span class="quiet timeline-number">Duration</span>
        <TimeSwitch />
      </div>
      <ol>
        {rows.slice(0, limit).map((row) => (
          <TimelineRow key={row.step.key} row={row} spent={spent} axis={axis} analysed={analysed} />
        ))}
      </ol>
      {left > 0 && (
        <button type="button" class="link" onClick={() => setLimit(limit + STEP)}>
          show {Math.min(left, STEP)} more of {count(rows.length, 'step')}
        </button>
      )}
      {axis.breaks.length > 0 && (
        <p class="note quiet">
          Not to scale where a length is written: nothing was requested for so long.
        </p>
      )}
    </section>
  );
}

function Legend({ spent, grant }: { readonly spent: TimeSpent; readonly grant: Grant }) {
  const whole = spent.to - spent.from - (spent.sums.get('idle') ?? 0);
  return (
    <ul class="timeline-legend" aria-label="Time by who it was spent on">
      {longestFirst(spent).map((is) => {
        const length = spent.sums.get(is) ?? 0;
        const percent = whole > 0 ? Math.round((length / whole) * 100) : 0;
        return (
          <li key={is} data-class={is} title={timeClassWords(is).meaning}>
            <span class={`swatch time-${is}`} aria-hidden="true" /> {timeWord(is, grant)}{' '}
            <span class="mono">{duration(length)}</span>{' '}
            {is !== 'idle' && <span class="quiet">{percent} %</span>}
          </li>
        );
      })}
    </ul>
  );
}
