import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { foldRepeats } from '../../../../src/conclusion/fold-repeats.ts';
import { partsOf } from '../../../../src/conclusion/parts.ts';
import { flowSteps, type Step } from '../../../../src/conclusion/steps.ts';
import { hostOf } from '../../../../src/http/url.ts';
import { CLIENT_UNKNOWN, SERVER_UNKNOWN } from '../../../../src/words/parties.ts';
import { partWord } from '../../../../src/words/relations.ts';
import { againWord } from '../../../../src/words/repeats.ts';
import { useStore } from '../../model/context.ts';
import { safeText } from '../../view/finding-text.ts';
import { timeInFlow } from '../../view/time.ts';
import { visible } from '../../view/visible.ts';
import { FlowSign } from '../common/icons.tsx';
import { StepItem } from './step.tsx';

/** Logins inside logins are drawn to this depth. The list of flows has the rest. */
const DEEPEST = 8;

interface Props {
  readonly analysed: AnalysedFlow;
  /** Number of steps to show. */
  readonly limit: number;
  readonly depth?: number;
}

interface AgainProps {
  readonly steps: readonly Step[];
  /** Number of steps of one round. */
  readonly round: number;
  readonly analysed: AnalysedFlow;
}

/** Repetitions of the steps above, collapsed to their number. They are drawn when they are opened. */
function Again({ steps, round, analysed }: AgainProps) {
  const store = useStore();
  const chosen = steps.some(({ key }) => key === store.stepKey.value);
  const [open, setOpen] = useState(false);
  const start = analysed.flow.messages[0]?.exchange.startedAt ?? 0;
  const last = steps.at(-1)?.message.exchange.startedAt ?? start;
  return (
    <li class="again">
      <details open={chosen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary data-row>
          {againWord(round, steps.length)}, until {timeInFlow(last, start)}
        </summary>
        {(open || chosen) && (
          <ol>
            {steps.map((step) => (
              <StepItem key={step.key} step={step} analysed={analysed} />
            ))}
          </ol>
        )}
      </details>
    </li>
  );
}

/** A login at another server, or the next flow of a chain, in its place in the parent flow. */
function InnerFlow({ analysed, limit, depth = 0 }: Props) {
  const store = useStore();
  const { flow, verdict } = analysed;
  const server = flow.authorizationServer;
  return (
    <li class="inner" data-testid="inner-flow" data-flow-id={flow.id}>
      <button type="button" class="link inner-head" onClick={() => store.openFlow(flow.id)}>
        <FlowSign sign={verdict.sign} /> {partWord(flow)}: {visible(flow.client ?? CLIENT_UNKNOWN)}{' '}
        → {server ? visible(hostOf(server)) : SERVER_UNKNOWN}
      </button>
      <p class="quiet">{safeText(verdict.text, flow.messages)}</p>
      <StepList analysed={analysed} limit={limit} depth={depth} />
    </li>
  );
}

/** The messages of a flow in order, with the flows that are part of it in their places. */
export function StepList({ analysed, limit, depth = 0 }: Props) {
  const store = useStore();
  const { steps } = flowSteps(analysed);
  const inner = partsOf(analysed, depth < DEEPEST ? store.flows.value : []);
  return (
    <ol class="steps">
      {foldRepeats(steps.slice(0, limit)).map(({ steps: round, again }) => (
        <Fragment key={round[0]?.key}>
          {round.map((step) => (
            <StepItem key={step.key} step={step} analysed={analysed} />
          ))}
          {again.length > 0 && <Again steps={again} round={round.length} analysed={analysed} />}
          {[...round, ...again].flatMap(({ index }) =>
            (inner.get(index) ?? []).map((one) => (
              <InnerFlow key={one.flow.id} analysed={one} limit={limit} depth={depth + 1} />
            )),
          )}
        </Fragment>
      ))}
    </ol>
  );
}
