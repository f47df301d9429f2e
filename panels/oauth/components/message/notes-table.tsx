import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { messageNotes } from '../../../../src/conclusion/message-notes.ts';
import type { Step } from '../../../../src/conclusion/steps.ts';
import { readAuthorizationDetails } from '../../../../src/oauth/values/authorization-details.ts';
import { hideIn, isSecret, secretsOf } from '../../view/masking.ts';
import { visible } from '../../view/visible.ts';
import { PairsTable } from './pairs-table.tsx';

const MAX_TEXT = 1_000;

interface Props {
  readonly step: Step;
  readonly analysed: AnalysedFlow;
}

/** The notes of the message. */
export function MessageNotes({ step, analysed }: Props) {
  const secrets = secretsOf(step.message.exchange);
  return (
    <>
      {messageNotes(step.index, analysed.flow).map(({ label, text }) => (
        <p key={label} class="note" data-testid="message-note">
          <span class="quiet">{label}:</span> {visible(hideIn(text, secrets).slice(0, MAX_TEXT))}
        </p>
      ))}
    </>
  );
}

/** `authorization_details`, one part after the other (RFC 9396 section 2). */
export function AccessDetails({
  text,
  secrets,
}: {
  readonly text: string;
  readonly secrets: readonly string[];
}) {
  const details = readAuthorizationDetails(text);
  if (!details) return <p class="note bad">✖ authorization_details is no JSON list of objects.</p>;
  return (
    <>
      {details.map(({ type, fields }, index) => (
        // Types repeat, so the position is the key.
        <section key={`${index} ${type}`}>
          <h4>
            Access {index + 1}: {visible((type ?? 'without a type').slice(0, 200))}
          </h4>
          <PairsTable
            label={`Access ${index + 1}`}
            secrets={secrets}
            pairs={fields.map((field) => ({ ...field, secret: isSecret(field.name, field.value) }))}
          />
        </section>
      ))}
    </>
  );
}
