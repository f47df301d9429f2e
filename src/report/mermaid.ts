import type { AnalysedFlow } from '../flow/flow.ts';
import { errorOf } from '../flow/reported-error.ts';
import type { Message } from '../oauth/message.ts';
import { mermaidText } from './escape-markdown.ts';
import { answerOf, findingsAt, kindOf, type Lane, lanesOf, MARKS } from './wording.ts';

const NAMES: Readonly<Record<Lane, string>> = {
  'user agent': 'U',
  client: 'C',
  'authorization server': 'A',
  'resource server': 'R',
};
const TITLES: readonly string[] = [
  'participant U as User agent',
  'participant C as Client',
  'participant A as Authorization server',
  'participant R as Resource server',
];
const MAX_STEPS = 200;

/** The flow as a Mermaid sequence diagram. Nothing of the network stands in it but filtered words. */
export function sequenceDiagram(analysed: AnalysedFlow, redact: (text: string) => string): string {
  const { messages } = analysed.flow;
  const steps = messages.slice(0, MAX_STEPS).flatMap((message, index) => {
    const [from, to] = lanesOf(message.kind);
    const lanes = `${NAMES[from]},${NAMES[to]}`;
    const notes = findingsAt(analysed, index)
      .filter(({ causedBy }) => causedBy === null)
      .map(
        ({ severity, title }) =>
          `Note over ${lanes}: ${mermaidText(`${MARKS[severity]} ${redact(title)}`)}`,
      );
    return [...arrows(message, index, redact), ...notes];
  });
  const isLong = messages.length > MAX_STEPS;
  const more = isLong ? [`Note over U,R: and ${messages.length - MAX_STEPS} more`] : [];
  const hasApi = messages.some(({ kind }) => lanesOf(kind)[1] === 'resource server');
  const participants = hasApi || isLong ? TITLES : TITLES.slice(0, 3);
  return ['sequenceDiagram', ...participants, ...steps, ...more].join('\n');
}

function arrows(
  message: Message,
  index: number,
  redact: (text: string) => string,
): readonly string[] {
  const [from, to] = lanesOf(message.kind);
  const error = mermaidText(redact(errorOf(message) ?? ''));
  const there = `${NAMES[from]}->>${NAMES[to]}: ${index + 1} ${kindOf(message)}`;
  // A response is itself an answer; its status only says that the client took it.
  if (message.kind === 'authorization-response') return [`${there} ${error}`.trim()];
  const answer = `${NAMES[to]}-->>${NAMES[from]}: ${mermaidText(answerOf(message))} ${error}`;
  return [there, answer.trim()];
}
