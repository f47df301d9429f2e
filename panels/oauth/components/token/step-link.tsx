import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { stepKey } from '../../../../src/conclusion/steps.ts';
import { kindWord } from '../../../../src/words/kinds.ts';
import { useStore } from '../../model/context.ts';

/** A link to a step of the shown flow. */
export function StepLink({
  index,
  analysed,
}: {
  readonly index: number;
  readonly analysed: AnalysedFlow;
}) {
  const store = useStore();
  const message = analysed.flow.messages[index];
  if (!message) return <>step {index + 1}</>;
  return (
    <button
      type="button"
      class="link"
      title={kindWord(message.kind)}
      onClick={() => store.openStep(stepKey(message))}
    >
      step {index + 1}
    </button>
  );
}
