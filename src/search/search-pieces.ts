import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import { stepKey } from '../conclusion/steps.ts';
import type { Message } from '../oauth/message.ts';
import type { MessageTexts, Searched, SearchPiece, SearchText } from './search-text.ts';

const files = import.meta.glob<MessageTexts>('./texts/*.ts', { eager: true, import: 'default' });
const ALL: readonly MessageTexts[] = Object.values(files).sort((a, b) => a.order - b.order);

/** Everything of a message that can be found. */
export function messageTexts(message: Message): readonly SearchText[] {
  return ALL.flatMap(({ texts }) => [...texts(message)]);
}

/** The names of a flow's parties, its conclusion, and its findings that belong to no message. */
function flowTexts({ flow, findings, verdict }: AnalysedFlow): readonly SearchText[] {
  const parties = [flow.client, flow.authorizationServer].filter((one) => one !== null);
  return [
    { place: 'title', name: '', forms: [parties.join(' → ')] },
    { place: 'conclusion', name: '', forms: [verdict.text] },
    ...findings.filter(({ message }) => message === null).map(findingText),
  ];
}

function findingText(finding: AnalysedFlow['findings'][number]): SearchText {
  const { check, title, observed, expected, why, fix } = finding;
  const lines = [title, observed, expected, why, fix].filter(
    (line) => line !== null && line !== '',
  );
  return { place: 'finding', name: check, forms: [lines.join('\n')] };
}

/**
 * Everything that can be found, a message at a time, in the order in which the panel shows it. The
 * texts are decoded only when they are asked for, and nothing keeps them.
 */
export function* searchPieces(flows: Searched): Generator<SearchPiece> {
  for (const analysed of flows) {
    const { flow, findings } = analysed;
    yield { flow: flow.id, step: null, key: null, texts: flowTexts(analysed) };
    for (const [step, message] of flow.messages.entries()) {
      const own = findings.filter((finding) => finding.message === step).map(findingText);
      const texts = [...messageTexts(message), ...own];
      yield { flow: flow.id, step, key: stepKey(message), texts };
    }
  }
}
