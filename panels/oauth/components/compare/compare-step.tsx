import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type {
  Compared,
  ComparedStep,
  Likeness,
} from '../../../../src/conclusion/compare/compared.ts';
import { stepKey } from '../../../../src/conclusion/steps.ts';
import { messageWord } from '../../../../src/words/kinds.ts';
import { useStore } from '../../model/context.ts';
import { countOf } from '../../view/comparison-counts.ts';
import type { TwoAttempts } from '../../view/comparison-safe.ts';
import { CompareRow } from './compare-row.tsx';
import { Sides } from './compare-sides.ts';

interface Props {
  /** Null for the attempt as a whole. */
  readonly step: ComparedStep | null;
  readonly values: readonly Compared[];
}

/** What is folded, and how it is told, for one value and for several. */
const FOLDED: readonly (readonly [is: Likeness, one: string, many: string])[] = [
  ['own', 'value differs as it should', 'values differ as they should'],
  ['unknown', 'value cannot be compared', 'values cannot be compared'],
  ['equal', 'value is equal', 'values are equal'],
];

/** One step of both attempts: its differences, and the rest folded. */
export function CompareStep({ step, values }: Props) {
  const sides = useContext(Sides);
  if (!sides) return null;
  const telling = values.filter(({ is }) => is === 'different' || is === 'reused');
  const alone = step !== null && (step.a === null || step.b === null);
  return (
    <article
      class={telling.length > 0 || alone ? 'compare-step telling' : 'compare-step'}
      data-testid="compare-step"
      aria-label={step === null ? 'The attempt as a whole' : nameOf(step, sides)}
    >
      <h3>{step === null ? 'The attempt as a whole' : <StepHead step={step} sides={sides} />}</h3>
      {alone && (
        <p class="compare-alone">
          <span aria-hidden="true">≠</span> Only {step.a === null ? 'B' : 'A'} has this step.
        </p>
      )}
      {telling.length > 0 && <Rows values={telling} />}
      <div class="compare-folds">
        {FOLDED.map(([is, one, many]) => {
          const number = countOf(values, is);
          if (number === 0) return null;
          return (
            <Fold key={is} label={`${number} ${number === 1 ? one : many}`}>
              <Rows values={values.filter((value) => value.is === is)} />
            </Fold>
          );
        })}
      </div>
    </article>
  );
}

function Rows({ values }: { readonly values: readonly Compared[] }) {
  return (
    <table class="compare-rows">
      <thead class="unseen-head">
        <tr>
          <th scope="col">Value</th>
          <th scope="col">A</th>
          <th scope="col">B</th>
        </tr>
      </thead>
      <tbody>
        {values.map((value) => (
          <CompareRow key={`${value.place} ${value.name}`} value={value} />
        ))}
      </tbody>
    </table>
  );
}

/** Values that are not needed at first. They are drawn when the user opens them. */
function Fold(props: { readonly label: string; readonly children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-row class="quiet">
        {props.label}
      </summary>
      {open && props.children}
    </details>
  );
}

function messageOf(step: ComparedStep, { a, b }: TwoAttempts) {
  const [one, index] = step.a === null ? [b, step.b] : [a, step.a];
  return index === null ? undefined : one.flow.messages[index];
}

function nameOf(step: ComparedStep, sides: TwoAttempts): string {
  const message = messageOf(step, sides);
  return message ? messageWord(message) : 'unknown';
}

function StepHead({ step, sides }: { readonly step: ComparedStep; readonly sides: TwoAttempts }) {
  const [inA, inB] = step.times;
  return (
    <>
      {nameOf(step, sides)} <StepLink side="a" step={step} sides={sides} />
      <StepLink side="b" step={step} sides={sides} />
      {inA !== inB && inA + inB > 2 && (
        <span class="quiet">
          {' '}
          {inA} × in A, {inB} × in B
        </span>
      )}
    </>
  );
}

/** The number of the step in an attempt. It opens the message when the panel shows the attempt. */
function StepLink(props: {
  readonly side: 'a' | 'b';
  readonly step: ComparedStep;
  readonly sides: TwoAttempts;
}) {
  const store = useStore();
  const { side, step, sides } = props;
  const index = step[side];
  const message = index === null ? undefined : sides[side].flow.messages[index];
  if (index === null || !message) return null;
  const text = `${side.toUpperCase()} ${index + 1}`;
  if (side === 'b') return <span class="chip">{text}</span>;
  return (
    <button
      type="button"
      class="chip"
      data-row
      title={`Open step ${index + 1} of A`}
      onClick={() => store.openStep(stepKey(message))}
    >
      {text}
    </button>
  );
}
