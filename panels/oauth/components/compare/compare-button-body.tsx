import { useRef } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { lastThatWorked, othersToCompare } from '../../../../src/conclusion/compare/candidates.ts';
import { endingWord, signMark } from '../../../../src/words/outcomes.ts';
import { compareWithFiles } from '../../actions/compare-files.ts';
import type { MenuEntry, MenuGroup } from '../../actions/menu-entry.ts';
import type { NamedSession } from '../../model/comparing.ts';
import { useStore } from '../../model/context.ts';
import type { Store } from '../../model/store.ts';
import { flowTitle } from '../../view/flow-title.ts';
import { OUTSIDE } from '../../view/outside-flow.ts';
import { visible } from '../../view/visible.ts';
import { MenuButton } from '../frame/menu.tsx';

const SHOWN = 12;

interface Props {
  readonly analysed: AnalysedFlow;
}

/** A button for the last attempt that worked, and a menu of all others. */
export function CompareChoice({ analysed }: Props) {
  const store = useStore();
  const input = useRef<HTMLInputElement>(null);
  if (analysed.flow.id === OUTSIDE) return null;
  const { snapshot } = store;
  const worked =
    analysed.verdict.sign === 'good' ? null : lastThatWorked(analysed, snapshot.value.flows);
  const session = store.session.value;
  return (
    <span class="compare-button">
      {worked && (
        <button
          type="button"
          class="plain"
          data-testid="compare-worked"
          title={`Compare with ${flowTitle(worked.flow)}, step by step`}
          onClick={() =>
            store.compareWith({ name: 'This recording', session, flowId: worked.flow.id })
          }
        >
          Compare with the last that worked
        </button>
      )}
      <MenuButton
        label={worked ? '▾' : 'Compare ▾'}
        title="Compare with another attempt, step by step"
        class="plain"
        groups={() => groupsOf(analysed, store, () => input.current?.click())}
      />
      <input
        ref={input}
        type="file"
        class="file-input"
        accept=".har,.json,.html,.gz,application/json,text/html,application/gzip"
        multiple
        tabIndex={-1}
        aria-label="Files to compare with"
        data-testid="compare-file"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void compareWithFiles(files, store);
        }}
      />
    </span>
  );
}

/** The attempts of this recording, then the other recordings. */
function groupsOf(
  analysed: AnalysedFlow,
  store: Store,
  chooseFile: () => void,
): readonly MenuGroup[] {
  const [shown, ...others] = store.recordings();
  const inOthers = others.map((recording): MenuEntry => {
    const entries = entriesOf(recording, analysed, store);
    return { title: visible(recording.name), entries };
  });
  return [
    { name: 'compare', entries: shown ? entriesOf(shown, analysed, store) : [] },
    { name: 'open', entries: [...inOthers, { title: 'With a file…', run: chooseFile }] },
  ];
}

/** The attempts of one recording, the most similar first. */
function entriesOf(
  recording: NamedSession,
  analysed: AnalysedFlow,
  store: Store,
): readonly MenuEntry[] {
  return othersToCompare(analysed, recording.session.snapshot.value.flows)
    .slice(0, SHOWN)
    .map(({ flow, outcome, verdict }) => ({
      title: `${signMark(verdict.sign)} ${flowTitle(flow)}`,
      hint: endingWord(outcome, verdict.sign),
      run: () => store.compareWith({ ...recording, flowId: flow.id }),
    }));
}
