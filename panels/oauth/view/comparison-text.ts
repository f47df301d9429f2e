import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import type {
  Compared,
  ComparedStep,
  FlowComparison,
} from '../../../src/conclusion/compare/compared.ts';
import { comparisonSentence } from '../../../src/conclusion/comparison-sentence.ts';
import { codeSpan, escapeMarkdown } from '../../../src/report/escape-markdown.ts';
import { messageWord } from '../../../src/words/kinds.ts';
import { exactMoment } from '../../../src/words/times.ts';
import { countsOf, countWords } from './comparison-counts.ts';
import { comparedLabel, isSecretValue } from './comparison-labels.ts';
import { textOfBoth } from './comparison-safe.ts';
import { flowParties } from './flow-title.ts';
import { masked } from './masking.ts';

/** What differs, in the rows of one step. */
interface Part {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, a: string, b: string])[];
}

interface Written {
  readonly sentence: string;
  readonly counts: string;
  readonly attempts: readonly [a: string, b: string];
  readonly parts: readonly Part[];
}

const MAX_VALUE = 300;

function written(
  comparison: FlowComparison,
  a: AnalysedFlow,
  b: AnalysedFlow,
  recording: string,
): Written {
  const both = { a, b };
  const safe = (text: string): string => textOfBoth(text, both);
  const value = (one: Compared, text: string | null): string => {
    if (text === null) return one.is === 'unknown' ? 'not recorded' : 'not there';
    return isSecretValue(one) ? masked(text) : safe(text).slice(0, MAX_VALUE);
  };
  const rowsOf = (values: readonly Compared[]): Part['rows'] =>
    values
      .filter(({ is }) => is === 'different' || is === 'reused')
      .map((one) => [
        `${safe(comparedLabel(one))}${one.is === 'reused' ? ' (equal, should be new)' : ''}`,
        value(one, one.a),
        value(one, one.b),
      ]);
  const titleOf = ({ a: inA, b: inB }: ComparedStep): string => {
    const message = inA === null ? b.flow.messages[inB ?? -1] : a.flow.messages[inA];
    const word = message ? messageWord(message) : 'unknown';
    if (inA === null) return `${word} (only B, step ${(inB ?? 0) + 1})`;
    return inB === null
      ? `${word} (only A, step ${inA + 1})`
      : `${word} (A step ${inA + 1}, B step ${inB + 1})`;
  };
  const attempt = ({ flow, verdict }: AnalysedFlow, place: string): string =>
    safe(`${flowParties(flow)}, ${exactMoment(flow.startedAt)}${place}: ${verdict.text}`);
  const parts = [
    { title: 'The attempt as a whole', rows: rowsOf(comparison.flow) },
    ...comparison.steps.map((step) => ({ title: titleOf(step), rows: rowsOf(step.values) })),
  ];
  return {
    sentence: safe(comparisonSentence(comparison, a, b)),
    counts: countWords(countsOf(comparison)),
    attempts: [attempt(a, ''), attempt(b, recording === '' ? '' : ` (${recording})`)],
    parts: parts.filter(({ title, rows }) => rows.length > 0 || title.includes('(only ')),
  };
}

/** The comparison as plain text to paste. Secrets are masked, and times are in UTC. */
export function comparisonPlain(
  comparison: FlowComparison,
  a: AnalysedFlow,
  b: AnalysedFlow,
  recording: string,
): string {
  const { sentence, counts, attempts, parts } = written(comparison, a, b, recording);
  return [
    sentence,
    counts,
    '',
    `A: ${attempts[0]}`,
    `B: ${attempts[1]}`,
    ...parts.flatMap(({ title, rows }) => [
      '',
      title,
      ...rows.flatMap(([name, left, right]) => [`  ${name}`, `    A: ${left}`, `    B: ${right}`]),
    ]),
  ].join('\n');
}

/** The same as Markdown. */
export function comparisonMarkdown(
  comparison: FlowComparison,
  a: AnalysedFlow,
  b: AnalysedFlow,
  recording: string,
): string {
  const { sentence, counts, attempts, parts } = written(comparison, a, b, recording);
  const cell = (text: string): string => codeSpan(text).replaceAll('|', '\\|');
  return [
    `**${escapeMarkdown(sentence)}**`,
    '',
    counts,
    '',
    `- A: ${escapeMarkdown(attempts[0])}`,
    `- B: ${escapeMarkdown(attempts[1])}`,
    ...parts.flatMap(({ title, rows }) => [
      '',
      `### ${escapeMarkdown(title)}`,
      ...(rows.length === 0 ? [] : ['', '| | A | B |', '| --- | --- | --- |']),
      ...rows.map(
        ([name, left, right]) => `| ${escapeMarkdown(name)} | ${cell(left)} | ${cell(right)} |`,
      ),
    ]),
    '',
  ].join('\n');
}
