import { useEffect, useState } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { participants } from '../../../../src/conclusion/participants.ts';
import { flowSteps } from '../../../../src/conclusion/steps.ts';
import { count } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';
import { FindingItem } from './finding-row.tsx';
import { LaneHeads, LanesContext } from './lane-heads.tsx';
import { StepList } from './step-list.tsx';
import { UnclearList } from './unclear-list.tsx';

/** Steps that are drawn in one frame. */
const CHUNK = 40;
const STEP = 150;
const MOST = 600;

/** Shows as many steps as the last finding needs, up to a limit. */
function firstLimit(analysed: AnalysedFlow): number {
  const last = Math.max(0, ...analysed.findings.slice(0, 5_000).map(({ message }) => message ?? 0));
  return last < MOST ? Math.max(STEP, last + 1) : STEP;
}

/** Counts up to the limit, so that no frame draws a long flow at once. */
function useDrawn(limit: number): number {
  const [drawn, setDrawn] = useState(CHUNK);
  useEffect(() => {
    if (drawn >= limit) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + CHUNK));
    return () => cancelAnimationFrame(frame);
  }, [drawn, limit]);
  return Math.min(drawn, limit);
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
  const drawn = useDrawn(Math.min(limit, steps.length));
  const left = steps.length - limit;
  const lanes = participants(analysed, store.flows.value);
  return (
    <LanesContext.Provider value={lanes}>
      <section
        class="sequence"
        aria-label="Messages"
        data-times={store.settings.times.value}
        style={{ '--lanes': lanes.length }}
      >
        <LaneHeads />
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
        <StepList analysed={analysed} limit={drawn} />
        {left > 0 && (
          <button type="button" class="link" onClick={() => setLimit(limit + STEP)}>
            show {Math.min(left, STEP)} more of {count(left, 'message')}
          </button>
        )}
        <HiddenFindings analysed={analysed} />
      </section>
    </LanesContext.Provider>
  );
}
