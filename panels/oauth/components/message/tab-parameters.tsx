import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import {
  comparisonAt,
  comparisonClause,
  comparisonMark,
} from '../../../../src/conclusion/comparisons.ts';
import { valuePlaces } from '../../../../src/conclusion/flow-values.ts';
import type { Step } from '../../../../src/conclusion/steps.ts';
import type { Comparison } from '../../../../src/flow/facts/comparison.ts';
import type { FormPair } from '../../../../src/http/form.ts';
import type { Message } from '../../../../src/oauth/message.ts';
import { parameterEntry } from '../../../../src/oauth/registry/parameters.ts';
import { safeText } from '../../view/finding-text.ts';
import { isSecret, secretsOf } from '../../view/masking.ts';
import { ComparedValues, StepLink } from '../flow/compared-values.tsx';
import { Pointing } from '../flow/pointing.tsx';
import { AccessDetails, MessageNotes } from './notes-table.tsx';
import { type Pair, PairsTable } from './pairs-table.tsx';

interface Props {
  readonly step: Step;
  readonly analysed: AnalysedFlow;
}

/** What the value was compared with, and the result. */
function Compared({ comparison, analysed }: Pick<Props, 'analysed'> & { comparison: Comparison }) {
  const { mark, tone } = comparisonMark(comparison.result);
  const index = comparison.right.step;
  const clause = safeText(comparisonClause(comparison), analysed.flow.messages);
  const [before, ...after] = index === null ? [clause] : clause.split(` step ${index + 1}`);
  return (
    <div class="same-note">
      <span class={tone} aria-hidden="true">
        {mark}
      </span>{' '}
      {before}
      {index !== null && after.length > 0 && (
        <>
          {' '}
          <StepLink index={index} analysed={analysed} />
          {after.join(` step ${index + 1}`)}
        </>
      )}
      {comparison.result === 'differs' && (
        <ComparedValues comparison={comparison} analysed={analysed} />
      )}
    </div>
  );
}

/** Links to the other steps with the same value, except the one that it was compared with. */
function SameElsewhere({
  value,
  compared,
  step,
  analysed,
}: Props & { readonly value: string; readonly compared: number | null }) {
  const others = (valuePlaces(analysed).get(value) ?? []).filter(
    (index) => index !== step.index && index !== compared,
  );
  if (others.length === 0) return null;
  return (
    <span class="same-note">
      {' '}
      <span class="ok">✓</span> same value in{' '}
      {others.slice(0, 5).map((index, position) => (
        <span key={index}>
          {position > 0 && ', '}
          <StepLink index={index} analysed={analysed} />
        </span>
      ))}
    </span>
  );
}

/**
 * The parameters as sent, then those inside a request object, a pushed request or a JWT response.
 */
function pairsOf(message: Message): readonly FormPair[] {
  const { pairs } = message.params;
  if (message.kind === 'authorization-request') return [...pairs, ...(message.inner?.pairs ?? [])];
  if (message.kind !== 'authorization-response' || message.wire === message.params) return pairs;
  return [...message.wire.pairs, ...pairs];
}

/** The parameters of a message, each with an explanation. */
export function ParametersTab({ step, analysed }: Props) {
  const { message } = step;
  const shown = pairsOf(message);
  const notes = <MessageNotes step={step} analysed={analysed} />;
  if (shown.length === 0) {
    return (
      <>
        {notes}
        <p class="note quiet">This message carries no parameters.</p>
      </>
    );
  }
  const pairs = shown.map(({ name, value }): Pair => {
    const entry = parameterEntry(name);
    const comparison = comparisonAt(analysed.flow, step.index, name);
    const own = comparison?.left.value === value ? comparison : null;
    const note = (
      <>
        {entry && (
          <span title={entry.spec}>
            {entry.meaning} <span class="spec">({entry.spec})</span>
          </span>
        )}
        {own && <Compared comparison={own} analysed={analysed} />}
        <SameElsewhere
          value={value}
          compared={own?.right.step ?? null}
          step={step}
          analysed={analysed}
        />
        <Pointing step={step} analysed={analysed} part="parameter" name={name} />
      </>
    );
    return { name, value, secret: isSecret(name, value), note };
  });
  const secrets = secretsOf(message.exchange);
  const details = shown.find(({ name }) => name === 'authorization_details');
  return (
    <>
      {notes}
      <PairsTable pairs={pairs} label="Parameters" secrets={secrets} />
      {details && <AccessDetails text={details.value} secrets={secrets} />}
    </>
  );
}
