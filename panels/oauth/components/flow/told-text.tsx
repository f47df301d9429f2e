import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { type Reference, withReferences } from '../../../../src/words/references.ts';
import { useStore } from '../../model/context.ts';
import { findExchange } from '../../view/find-exchange.ts';
import { safeText } from '../../view/finding-text.ts';
import { flowTitle } from '../../view/flow-title.ts';
import { timeOfDay } from '../../view/time.ts';
import { PlaceLink } from '../common/place-link.tsx';

interface Props {
  readonly text: string;
  readonly references: readonly Reference[];
  readonly analysed: AnalysedFlow;
}

/** A phrase as a link to what it stands for, with the time or the number that the panel shows there. */
function Referring({
  words,
  reference,
  analysed,
}: {
  readonly words: string;
  readonly reference: Reference;
  readonly analysed: AnalysedFlow;
}) {
  const store = useStore();
  const found = findExchange(store.flows.value, reference.exchange);
  const isHere = found?.flow.id === analysed.flow.id;
  if (!found || (isHere && reference.to === 'attempt')) return <>{words}</>;
  const { flow, index, key } = found;
  const time = isHere ? '' : timeOfDay(flow.startedAt);
  const step = reference.to === 'message' ? `step ${index + 1}` : '';
  return (
    <PlaceLink
      flow={flow.id}
      {...(reference.to === 'message' ? { step: key } : {})}
      title={flowTitle(flow)}
    >
      {words} ({[time, step].filter(Boolean).join(', ')})
    </PlaceLink>
  );
}

/** A text of a conclusion that is safe to show. Its phrases lead to what they stand for. */
export function Told({ text, references, analysed }: Props) {
  const { messages } = analysed.flow;
  return (
    <>
      {withReferences(text, references).map((part, index) => {
        const words = safeText(part.text, messages);
        if (!part.reference) return words;
        return (
          <Referring key={index} words={words} reference={part.reference} analysed={analysed} />
        );
      })}
    </>
  );
}
