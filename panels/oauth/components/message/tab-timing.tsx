import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Step } from '../../../../src/conclusion/steps.ts';
import { duration, elapsed } from '../../../../src/words/times.ts';
import { startedAtTitle } from '../../view/time.ts';

/** The start, the duration, and the clock that measured them. */
export function TimingTab({ step, analysed }: { step: Step; analysed: AnalysedFlow }) {
  const { exchange } = step.message;
  const { clock } = analysed.flow.facts;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Started', startedAtTitle(exchange, analysed.flow)],
    ['Duration', exchange.duration === null ? '◌ not recorded' : duration(exchange.duration)],
    ['From the cache', exchange.fromCache ? 'yes, the server was not asked' : null],
    [
      'Clock of the server',
      clock
        ? `${elapsed(0, clock.offset)} against this machine, ± ${duration(clock.uncertainty)}, by ${clock.samples} Date headers`
        : '◌ no Date header to compare with',
    ],
  ];
  return (
    <dl class="facts">
      {rows.map(([name, text]) =>
        text === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="lines">{text}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
