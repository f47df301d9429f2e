import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { comparisonMark } from '../../../../src/conclusion/comparisons.ts';
import { flowSteps } from '../../../../src/conclusion/steps.ts';
import {
  type ComparedValue,
  type Comparison,
  comparedText,
} from '../../../../src/flow/facts/comparison.ts';
import { differingParts } from '../../../../src/words/differing-parts.ts';
import { isSecret } from '../../view/masking.ts';
import { PlaceLink } from '../common/place-link.tsx';
import { Value } from '../message/value.tsx';

interface Props {
  readonly comparison: Comparison;
  readonly analysed: AnalysedFlow;
}

/** A link to the step at an index, unless it is the step where the link stands. */
export function StepLink({ index, analysed }: { index: number; analysed: AnalysedFlow }) {
  const step = flowSteps(analysed).steps[index];
  if (!step) return null;
  return (
    <PlaceLink flow={analysed.flow.id} step={step.key}>
      step {index + 1}
    </PlaceLink>
  );
}

/** The name of what was compared: `S256(code_verifier)`. */
const nameOf = ({ name, computed }: ComparedValue): string =>
  computed ? `${computed.how}(${name})` : name;

function Side({ side, other, analysed }: Props & { side: ComparedValue; other: ComparedValue }) {
  const text = comparedText(side);
  const otherText = comparedText(other);
  // A hash is shown as openly as the value that carries it.
  const secret = text !== null && isSecret(side.computed ? other.name : side.name, text);
  const differs =
    text !== null && otherText !== null ? differingParts(text, otherText)[0] : undefined;
  return (
    <>
      <dt class="mono">{nameOf(side)}</dt>
      <dd>
        {text === null ? (
          <span class="quiet">(none)</span>
        ) : (
          <Value
            name={nameOf(side)}
            value={text}
            secret={secret}
            {...(differs ? { differs } : {})}
          />
        )}{' '}
        {side.step !== null && (
          <span class="quiet">
            <StepLink index={side.step} analysed={analysed} />
          </span>
        )}
      </dd>
    </>
  );
}

/** Both values of a comparison, one above the other, with the part that differs marked. */
export function ComparedValues({ comparison, analysed }: Props) {
  const { left, right, result } = comparison;
  const mark = comparisonMark(result);
  return (
    <dl class="compared" aria-label={`Compared: ${mark.word}`}>
      <Side side={left} other={right} comparison={comparison} analysed={analysed} />
      <Side side={right} other={left} comparison={comparison} analysed={analysed} />
    </dl>
  );
}
