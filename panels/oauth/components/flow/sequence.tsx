import { useState } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { flowSteps } from '../../../../src/conclusion/steps.ts';
import { LANES } from '../../../../src/oauth/define-kind.ts';
import { laneWord } from '../../../../src/words/lanes.ts';
import { count } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';
import { TimeSwitch } from '../common/time-switch.tsx';
import { FindingItem } from './finding-row.tsx';
import { StepList } from './step-list.tsx';
import { UnclearList } from './unclear-list.tsx';

const STEP = 150;
const MOST = 600;

/** Shows as many steps as the last finding needs, up to a limit. */
function firstLimit(analysed: AnalysedFlow): number {
  const last = Math.max(0, ...analysed.findings.slice(0, 5_000).map(({ message }) => message ?? 0));
  return last < MOST ? Math.max(STEP, last + 1) : STEP;
}

function HiddenFindings({ analysed }: { readonly analysed: AnalysedFlow }) {
  const store = useStore();
  const checks = store.settings.hiddenChecks.value;
  const hidden = analysed.findings.filter(({ check }) => checks.includes(check));
  if (hidden.length === 0) return null;
  return (
    <p class="note quiet">
      {count(hidden.length, 'finding')} hidden.{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          for (const { check } of hidden) store.showCheck(check);
        }}
      >
        Show again
      </button>
    </p>
  );
}

/** The flow as a sequence diagram: its messages in order, with their findings. */
export function Sequence({ analysed }: { readonly analysed: AnalysedFlow }) {
  const store = useStore();
  const [limit, setLimit] = useState(() => firstLimit(analysed));
  const { steps, whole, wholeUnclear } = flowSteps(analysed);
  const left = steps.length - limit;
  return (
    <section class="sequence" aria-label="Messages" data-times={store.settings.times.value}>
      <div class="lane-heads">
        <span />
        <span class="lanes" aria-hidden="true">
          {LANES.map((lane) => (
            <span key={lane} class="lane-head">
              {laneWord(lane)}
            </span>
          ))}
        </span>
        <span aria-hidden="true">Response</span>
        <TimeSwitch />
      </div>
      {whole.length > 0 && (
        <ul class="findings whole" aria-label="Findings of the flow as a whole">
          {whole.map((node, index) => (
            <FindingItem
              key={`${node.finding.check} ${index}`}
              node={node}
              analysed={analysed}
              step={null}
            />
          ))}
        </ul>
      )}
      <UnclearList unclear={wholeUnclear} analysed={analysed} />
      <StepList analysed={analysed} limit={limit} />
      {left > 0 && (
        <button type="button" class="link" onClick={() => setLimit(limit + STEP)}>
          show {Math.min(left, STEP)} more of {count(left, 'message')}
        </button>
      )}
      <HiddenFindings analysed={analysed} />
    </section>
  );
}
