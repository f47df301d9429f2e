import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Step } from '../../../../src/conclusion/steps.ts';
import type { Exchange, Timings } from '../../../../src/http/exchange.ts';
import { duration, elapsed } from '../../../../src/words/times.ts';
import { startedAtTitle } from '../../view/time.ts';

const PARTS: readonly (readonly [part: keyof Timings, word: string])[] = [
  ['blocked', 'queued'],
  ['dns', 'DNS lookup'],
  ['connect', 'connecting'],
  ['ssl', 'TLS'],
  ['send', 'sending'],
  ['wait', 'waiting for the response'],
  ['receive', 'receiving'],
];

/** The parts of the duration, a line each; null when the recorder does not tell them apart. */
function partsOf({ timings }: Exchange): string | null {
  if (!timings) return null;
  const known = PARTS.filter(([part]) => timings[part] > 0);
  return known.map(([part, word]) => `${duration(timings[part])} ${word}`).join('\n');
}

/** The start, the duration, and the clock that measured them. */
export function TimingTab({ step, analysed }: { step: Step; analysed: AnalysedFlow }) {
  const { exchange } = step.message;
  const { clock } = analysed.flow.facts;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Started', startedAtTitle(exchange, analysed.flow)],
    ['Duration', exchange.duration === null ? '◌ not recorded' : duration(exchange.duration)],
    ['Of it', partsOf(exchange)],
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
