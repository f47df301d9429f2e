import { useMemo } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { compareFlows } from '../../../../src/conclusion/compare-flows.ts';
import {
  comparisonSentence,
  differenceSentence,
} from '../../../../src/conclusion/comparison-sentence.ts';
import type { AttemptPlace } from '../../model/comparing.ts';
import { useStore } from '../../model/context.ts';
import { countsOf, countWords } from '../../view/comparison-counts.ts';
import { type TwoAttempts, textOfBoth } from '../../view/comparison-safe.ts';
import { comparisonMarkdown, comparisonPlain } from '../../view/comparison-text.ts';
import { flowTitle } from '../../view/flow-title.ts';
import { replacedIn } from '../../view/replaced-values.ts';
import { visible } from '../../view/visible.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { FlowSign } from '../common/icons.tsx';
import { Sides } from './compare-sides.ts';
import '../../styles/compare.css';
import { CompareStep } from './compare-step.tsx';

/** Further differences that are told as sentences. The table has all. */
const TOLD = 4;

interface Props {
  readonly a: AnalysedFlow;
  readonly b: AnalysedFlow;
  /** Where the other attempt is. */
  readonly place: AttemptPlace;
}

/** Two attempts beside each other: the first line, the counts, and the values of each step. */
export function CompareBody({ a, b, place }: Props) {
  const store = useStore();
  const together = place.session === store.session.value;
  const notes = [store.session.value, place.session].map(
    ({ snapshot }) => snapshot.value.redaction,
  );
  const comparison = useMemo(
    () => compareFlows(a, b, { together, isReplaced: replacedIn(notes) }),
    [a, b, together],
  );
  const sides: TwoAttempts = useMemo(() => ({ a, b }), [a, b]);
  const safe = (text: string): string => textOfBoth(text, sides);
  const sentence = comparisonSentence(comparison, a, b);
  const others = comparison.differences
    .filter(({ isLate, isEcho }) => !isLate && !isEcho)
    .map((one) => differenceSentence(one, a, b))
    .filter((text) => !sentence.endsWith(text))
    .slice(0, TOLD);
  const counts = countsOf(comparison);
  return (
    <Sides.Provider value={sides}>
      <div class="compare-head">
        <h2 class="sentence" data-testid="compare-sentence">
          {safe(sentence)}
        </h2>
        {others.length > 0 && (
          <ul class="compare-others" aria-label="Further differences">
            {others.map((text) => (
              <li key={text}>{safe(text)}</li>
            ))}
          </ul>
        )}
        <div class="compare-summary">
          <span class="grow quiet" data-testid="compare-counts">
            {countWords(counts)}
            {counts.different > 0 && ' A difference need not be the cause.'}
          </span>
          <span class="buttons">
            <CopyButton text={() => comparisonPlain(comparison, a, b, place.name)}>
              Copy as text
            </CopyButton>
            <CopyButton text={() => comparisonMarkdown(comparison, a, b, place.name)}>
              Copy as Markdown
            </CopyButton>
          </span>
        </div>
      </div>
      <div class="compare-columns">
        <Column letter="A" analysed={a} where={null} />
        <Column letter="B" analysed={b} where={together ? null : visible(place.name)} />
      </div>
      <CompareStep step={null} values={comparison.flow} />
      {comparison.steps.map((step) => (
        <CompareStep key={`${step.a} ${step.b}`} step={step} values={step.values} />
      ))}
    </Sides.Provider>
  );
}

function Column(props: {
  readonly letter: string;
  readonly analysed: AnalysedFlow;
  readonly where: string | null;
}) {
  const { flow, verdict } = props.analysed;
  return (
    <div class="compare-column">
      <strong class="chip">{props.letter}</strong> <FlowSign sign={verdict.sign} />{' '}
      {flowTitle(flow)} {props.where !== null && <span class="quiet">({props.where})</span>}
    </div>
  );
}
