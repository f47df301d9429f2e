import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Step } from '../../../../src/conclusion/steps.ts';
import { tokenVerdicts } from '../../../../src/conclusion/token-verdict.ts';
import { tokensOf } from '../../../../src/oauth/message-tokens.ts';
import { TokenDetails } from '../token/token-details.tsx';
import { TokenLine } from '../token/token-line.tsx';
import { Value } from './value.tsx';

interface Props {
  readonly step: Step;
  readonly analysed: AnalysedFlow;
}

/** Every token of the message with its verdict, decoded. */
export function TokensTab({ step, analysed }: Props) {
  const verdicts = new Map(tokenVerdicts(analysed).map((one) => [one.token.text, one]));
  return (
    <>
      {tokensOf(step.message).map(({ name, text }) => {
        const verdict = verdicts.get(text);
        return (
          <section class="token" key={text} aria-label={name}>
            <h3>
              <span class="mono">{name}</span>
            </h3>
            {verdict && <TokenLine verdict={verdict} analysed={analysed} />}
            <p>
              <Value name={name} value={text} secret />
            </p>
            {verdict && (
              <TokenDetails verdict={verdict} analysed={analysed} message={step.message} />
            )}
          </section>
        );
      })}
    </>
  );
}
