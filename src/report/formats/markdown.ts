import type { Snapshot } from '../../analysis/analysis.ts';
import type { Finding, Unclear } from '../../checks/finding.ts';
import type { AnalysedFlow } from '../../conclusion/analysed-flow.ts';
import { flowCounts, flowCountWords } from '../../conclusion/flow-counts.ts';
import { HINTS_TITLE, hintsOf } from '../../conclusion/hints.ts';
import { isPart } from '../../conclusion/parts.ts';
import { RESOURCE_CAPTION, resourceRows } from '../../conclusion/resource-rows.ts';
import { clientLibrary, libraryText } from '../../flow/facts/client-library.ts';
import { flowRemark, messageRemark } from '../../flow/facts/remarks.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Gap, Remark } from '../../http/exchange.ts';
import type { Message } from '../../oauth/message.ts';
import { REHEARSAL_HEADS } from '../../rehearsal/rehearsal-rows.ts';
import { answerWord } from '../../words/answers.ts';
import { attemptTitle } from '../../words/attempt-titles.ts';
import { confidence } from '../../words/certainty.ts';
import { grantWord } from '../../words/grant-words.ts';
import { messageWord } from '../../words/kinds.ts';
import { count } from '../../words/numbers.ts';
import { endingWord, signMark } from '../../words/outcomes.ts';
import { ownerWord } from '../../words/owners.ts';
import { CLIENT_UNKNOWN, SERVER_UNKNOWN } from '../../words/parties.ts';
import { placeWord } from '../../words/places.ts';
import { NO_FLOW, relationWord } from '../../words/relations.ts';
import { severityMark } from '../../words/severities.ts';
import { elapsed } from '../../words/times.ts';
import { codeSpan, escapeMarkdown } from '../escape-markdown.ts';
import { findingsAt } from '../findings-at.ts';
import { defineFormat, type ReportOptions } from '../format.ts';
import { ledgersOf } from '../ledgers.ts';
import { markdownLedger } from '../markdown-ledgers.ts';
import { markdownTable, messageTables, placeholderLegend } from '../markdown-tables.ts';
import { sequenceDiagram } from '../mermaid.ts';
import { outsideMessages } from '../outside-lines.ts';
import { placeholdersIn } from '../placeholder-list.ts';
import { cut } from '../plain.ts';
import { remarkWords } from '../remark-words.ts';
import { type Selection, selectionOf, shownMessages } from '../selection.ts';
import type { Shared } from '../shared.ts';
import {
  hitLines,
  rehearsalCells,
  type ShownRehearsal,
  shownRehearsals,
} from '../shown-rehearsals.ts';

interface Writer {
  /** Redacted and escaped. */
  readonly text: (value: string) => string;
  /** Redacted, as a code span. */
  readonly code: (value: string) => string;
  readonly redact: (value: string) => string;
}

const MAX_URL = 600;

/** The analysis as Markdown without secrets: the verdict first, then the steps. */
export default defineFormat({
  title: 'Markdown',
  description: 'for an issue or a chat',
  mediaType: 'text/markdown',
  extension: 'md',
  write: markdownReport,
});

function markdownReport(shared: Shared, options: ReportOptions): string {
  const { snapshot, recording, name } = shared;
  const writer: Writer = {
    redact: name,
    text: (value) => escapeMarkdown(name(value)),
    code: (value) => codeSpan(name(value)),
  };
  const selection = selectionOf(shared, options);
  const { flows, isWhole } = selection;
  const sections = flows.map((analysed) => flowSection(analysed, selection, writer));
  if (flows.length === 0) sections.push('# No OAuth flow was found');
  if (isWhole) sections.push(outsideSection(snapshot, writer));
  sections.push(rehearsalSection(shownRehearsals(shared, selection), writer));
  sections.push(gapSection(snapshot.gaps, writer));
  if (flows.length > 1) sections.unshift(`${flowCountWords(flowCounts(flows))}.`);
  const text = sections.filter(Boolean).join('\n\n');
  const used = placeholdersIn(text, recording.redaction);
  return `${text}\n\n${placeholderLegend(used, recording.redaction, writer.text)}\n`;
}

function flowSection(analysed: AnalysedFlow, { flows, only }: Selection, writer: Writer): string {
  const { flow, verdict, outcome, unclear } = analysed;
  const messages = shownMessages(flow, only);
  const client = flow.client === null ? CLIENT_UNKNOWN : `client ${writer.code(flow.client)}`;
  const server =
    flow.authorizationServer === null
      ? SERVER_UNKNOWN
      : `authorization server ${writer.code(flow.authorizationServer)}`;
  const library = clientLibrary(flow);
  const made = library ? ` · client library ${writer.code(libraryText(library))}` : '';
  const title = attemptTitle(flow);
  const who =
    title === null ? `${grantWord(flow.grant)} · ${client} · ${server}${made}` : writer.text(title);
  const ending = [endingWord(outcome, verdict.sign), relationWord(flow)]
    .filter(Boolean)
    .join(' · ');
  return [
    `# ${signMark(verdict.sign)} ${writer.text(verdict.text)}`,
    causeLines(analysed.verdict.cause, writer),
    hintLines(analysed, writer),
    `${who} · ${ending}`,
    remarkLine(flowRemark(flow), '', writer),
    only !== null || isDrawnAbove(analysed, flows)
      ? ''
      : `\`\`\`mermaid\n${sequenceDiagram(analysed, writer.redact, flows)}\n\`\`\``,
    only === null ? '## Steps' : `## Step ${only + 1}`,
    messages.map(([index, message]) => stepLines(message, index, analysed, writer)).join('\n'),
    messageTables(messages, (value) => writer.text(value), only !== null),
    findingsAt(analysed, null)
      .map((finding) => findingLines(finding, '', writer))
      .join('\n'),
    resourceSection(flow, writer),
    ...ledgersOf(analysed, only).map((ledger) => markdownLedger(ledger, writer.text)),
    unclearSection(
      unclear.filter(({ message }) => only === null || message === only),
      writer,
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Whether the diagram of the parent flow includes this one. */
function isDrawnAbove({ flow }: AnalysedFlow, flows: readonly AnalysedFlow[]): boolean {
  return isPart(flow) && flows.some((other) => other.flow.id === flow.parent);
}

function causeLines(cause: Finding | null, { text }: Writer): string {
  if (!cause) return '';
  const specs = cause.specs.map(({ label, url }) => `[${escapeMarkdown(label)}](${url})`);
  return [
    `- **Owner:** ${ownerWord(cause.owner)}`,
    `- **Confidence:** ${confidence(cause)}`,
    `- **Fix:** ${text(cause.fix)}`,
    `- **Why it matters:** ${text(cause.why)}`,
    ...(specs.length === 0 ? [] : [`- **Specification:** ${specs.join(', ')}`]),
  ].join('\n');
}

function hintLines(analysed: AnalysedFlow, { text }: Writer): string {
  const hints = hintsOf(analysed);
  if (hints.length === 0) return '';
  return [`**${HINTS_TITLE}**`, hints.map((hint) => `- ${text(hint)}`).join('\n')].join('\n\n');
}

function stepLines(
  message: Message,
  index: number,
  analysed: AnalysedFlow,
  writer: Writer,
): string {
  const { method, url } = message.exchange.request;
  const target = writer.code(cut(writer.redact(`${method} ${url}`), MAX_URL));
  const head = `${index + 1}. **${messageWord(message)}** · ${elapsed(analysed.flow.startedAt, message.exchange.startedAt)} · ${target} · ${answerWord(message.exchange)}`;
  const findings = findingsAt(analysed, index).map((one) => findingLines(one, '   ', writer));
  const remark = remarkLine(messageRemark(message), '   ', writer);
  return [head, ...(remark === '' ? [] : [remark]), ...findings].join('\n');
}

function remarkLine(remark: Remark, indent: string, { text }: Writer): string {
  const words = remarkWords(remark);
  return words === null ? '' : `${indent}- ✎ ${text(words)}`;
}

function findingLines(finding: Finding, indent: string, { text }: Writer): string {
  const { severity, title, owner, certainty, causedBy, expected, fix, check } = finding;
  const head = `${indent}- ${severityMark(severity)} **${text(title)}**`;
  if (causedBy !== null) return `${head} (consequence of \`${causedBy.check}\`)`;
  const place = placeWord(finding.at);
  const lines = [
    `${head} (${severity}, ${certainty}; owner: ${ownerWord(owner)}; \`${check}\`)`,
    ...(place === null ? [] : [`Where: ${text(place)}`]),
    `Observed: ${text(finding.observed)}`,
    ...(expected === null ? [] : [`Expected: ${text(expected)}`]),
    `Fix: ${text(fix)}`,
  ];
  return lines.join(`\n${indent}  - `);
}

function resourceSection(flow: Flow, { text, redact }: Writer): string {
  const rows = resourceRows(flow);
  if (rows.length === 0) return '';
  const cells = rows.map(({ label, value, mark }) => [
    label,
    text(cut(redact(value), MAX_URL)),
    text(mark),
  ]);
  return [`## ${RESOURCE_CAPTION}`, markdownTable(['place', 'value', 'compared'], cells)].join(
    '\n\n',
  );
}

function unclearSection(unclear: readonly Unclear[], { text }: Writer): string {
  if (unclear.length === 0) return '';
  const lines = unclear.map(({ check, message, reason }) => {
    const step = message === null ? '' : `step ${message + 1}, `;
    return `- ${step}\`${check}\`: ${text(reason)}`;
  });
  return ['## Checks that could not run', lines.join('\n')].join('\n\n');
}

function outsideSection(snapshot: Snapshot, writer: Writer): string {
  const { shown, more } = outsideMessages(snapshot);
  if (shown.length === 0) return '';
  const lines = shown.map(({ message, findings }) => {
    const { method, url } = message.exchange.request;
    const target = writer.code(cut(writer.redact(`${method} ${url}`), MAX_URL));
    const head = `- **${messageWord(message)}** · ${target} · ${answerWord(message.exchange)}`;
    return [head, ...findings.map((finding) => findingLines(finding, '  ', writer))].join('\n');
  });
  const rest = more > 0 ? [`- and ${count(more, 'more message')}`] : [];
  return [`# ${NO_FLOW}`, [...lines, ...rest].join('\n')].join('\n\n');
}

function rehearsalSection(shown: readonly ShownRehearsal[], { text, code }: Writer): string {
  if (shown.length === 0) return '';
  const cells = rehearsalCells(shown).map((row) => row.map(text));
  const journal = shown.map(({ note }) =>
    [
      `- ${text(note.title)}`,
      ...hitLines(note).map((line) => `  - ${code(cut(line, MAX_URL))}`),
    ].join('\n'),
  );
  return ['## Rehearsed by you', markdownTable(REHEARSAL_HEADS, cells), journal.join('\n')].join(
    '\n\n',
  );
}

function gapSection(gaps: readonly Gap[], { text }: Writer): string {
  if (gaps.length === 0) return '';
  return ['## Not seen', gaps.map((gap) => `- ${text(gap.text)}`).join('\n')].join('\n\n');
}
