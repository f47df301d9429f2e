import type { Snapshot } from '../../analysis/analysis.ts';
import type { Finding, Unclear } from '../../checks/finding.ts';
import type { AnalysedFlow } from '../../conclusion/analysed-flow.ts';
import { flowCounts, flowCountWords } from '../../conclusion/flow-counts.ts';
import { HINTS_TITLE, hintsOf } from '../../conclusion/hints.ts';
import { RESOURCE_CAPTION, resourceRows } from '../../conclusion/resource-rows.ts';
import { clientLibrary, libraryText } from '../../flow/facts/client-library.ts';
import { flowRemark, messageRemark } from '../../flow/facts/remarks.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Exchange, Remark } from '../../http/exchange.ts';
import type { Message } from '../../oauth/message.ts';
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
import { type Severity, severityMark } from '../../words/severities.ts';
import { elapsed } from '../../words/times.ts';
import { findingsAt } from '../findings-at.ts';
import { defineFormat, type ReportOptions } from '../format.ts';
import { ledgerLines } from '../ledger-lines.ts';
import { ledgersOf } from '../ledgers.ts';
import { answerRows, type MessageRow, sentRows } from '../message-rows.ts';
import { outsideMessages } from '../outside-lines.ts';
import { countPlaceholders, placeholdersIn } from '../placeholder-list.ts';
import { cut, plain } from '../plain.ts';
import { remarkWords } from '../remark-words.ts';
import { type Selection, selectionOf, shownMessages } from '../selection.ts';
import type { Shared } from '../shared.ts';
import { type ShownRehearsal, shownRehearsals } from '../shown-rehearsals.ts';
import { type TokenSignature, tokenSignatures } from '../token-signatures.ts';

/** The colour of a flow's first line. */
const COLOURS = {
  good: 'good',
  bad: 'error',
  open: 'strong',
  unknown: 'strong',
  recovered: 'strong',
  rehearsed: 'strong',
} as const;

interface Writer {
  /** Redacted, on one line, without anything that controls a terminal. */
  readonly text: (value: string) => string;
  readonly url: (exchange: Exchange) => string;
  readonly paint: (value: string, colour: Colour) => string;
}

type Colour = Severity | 'strong' | 'quiet' | 'good';

const CODES: Readonly<Record<Colour, string>> = {
  error: '31',
  warning: '33',
  info: '36',
  strong: '1',
  quiet: '2',
  good: '32',
};
const MAX_URL = 300;

/** The analysis for a terminal, without secrets: the verdict first, then the steps. */
export default defineFormat({
  title: 'Text',
  description: 'for a terminal',
  mediaType: 'text/plain',
  extension: 'txt',
  withoutData: true,
  write: textReport,
});

function textReport(shared: Shared, options: ReportOptions): string {
  const { snapshot, recording, name, urlOf } = shared;
  const { colour = false } = options;
  const writer: Writer = {
    text: (value) => plain(name(value)),
    url: (exchange) => plain(urlOf?.(exchange) ?? name(exchange.request.url)),
    paint: (value, tone) => (colour ? `\u001B[${CODES[tone]}m${value}\u001B[0m` : value),
  };
  const selection = selectionOf(shared, options);
  const { flows, only, isWhole } = selection;
  const brief = options.brief ?? false;
  const blocks = flows.map((analysed) => flowBlock(analysed, { only, brief }, writer));
  if (blocks.length === 0) blocks.push('No OAuth flow was found.');
  if (isWhole) blocks.push(outsideBlock(snapshot, writer));
  blocks.push(rehearsalBlock(shownRehearsals(shared, selection), writer));
  blocks.push(gapBlock(snapshot, writer), summary(snapshot, selection));
  const text = `${blocks.filter(Boolean).join('\n\n')}\n`;
  const replaced = placeholdersIn(text, recording.redaction);
  if (replaced.length === 0) return text;
  return `${text}\nRedacted by value: ${countPlaceholders(replaced)}.\n`;
}

function flowBlock(
  analysed: AnalysedFlow,
  { only, brief }: { readonly only: number | null; readonly brief: boolean },
  writer: Writer,
): string {
  const { flow, verdict, outcome, unclear } = analysed;
  const ending = [endingWord(outcome, verdict.sign), relationWord(flow)]
    .filter(Boolean)
    .join(' · ');
  const { text, paint } = writer;
  const colour = COLOURS[verdict.sign];
  const client = flow.client === null ? CLIENT_UNKNOWN : `client ${text(flow.client)}`;
  const server =
    flow.authorizationServer === null
      ? SERVER_UNKNOWN
      : `authorization server ${text(flow.authorizationServer)}`;
  const title = attemptTitle(flow);
  const signatures = tokenSignatures(flow);
  const library = clientLibrary(flow);
  const made = library ? ` · client library ${text(libraryText(library))}` : '';
  const who =
    title === null ? `${text(grantWord(flow.grant))} · ${client} · ${server}${made}` : text(title);
  return [
    paint(`${signMark(verdict.sign)} ${text(verdict.text)}`, colour),
    ...causeLines(analysed.verdict.cause, writer),
    ...hintLines(analysed, writer),
    paint(`  ${who} · ${ending}`, 'quiet'),
    ...remarkLines(flowRemark(flow), '  ', writer),
    '',
    ...shownMessages(flow, only).flatMap(([index, message]) => [
      `  ${String(index + 1).padStart(2)}  ${elapsed(analysed.flow.startedAt, message.exchange.startedAt).padEnd(9)} ${messageLine(message, writer)}`,
      ...remarkLines(messageRemark(message), '      ', writer),
      ...(signatures[index] ?? []).flatMap((one) => signatureLine(one, writer)),
      ...findingsAt(analysed, index).flatMap((one) => findingLines(one, writer)),
      ...(only === null ? [] : rowLines(message, writer)),
    ]),
    ...findingsAt(analysed, null).flatMap((one) => findingLines(one, writer)),
    ...resourceLines(flow, writer),
    ...ledgersOf(analysed, only).flatMap((ledger) => ledgerLines(ledger, text, brief)),
    ...unclearLines(
      unclear.filter(({ message }) => only === null || message === only),
      writer,
    ),
  ].join('\n');
}

function remarkLines(remark: Remark, indent: string, { text }: Writer): readonly string[] {
  const words = remarkWords(remark);
  return words === null ? [] : [`${indent}✎ ${text(words)}`];
}

/** Findings tell of the signatures that do not verify. */
function signatureLine({ token, is, kid, keys }: TokenSignature, { text, paint }: Writer) {
  if (is !== 'verified' || keys === null) return [];
  const key = kid === null ? 'a key' : `the key ${text(kid)}`;
  const line = `${text(token)}: signature verified with ${key} of ${text(keys)}`;
  return [paint(`      ✔ ${line}`, 'quiet')];
}

function causeLines(cause: Finding | null, { text }: Writer): readonly string[] {
  if (!cause) return [];
  const specs = cause.specs.map(({ label }) => label).join(', ');
  return [
    `  Owner: ${ownerWord(cause.owner)} · Confidence: ${confidence(cause)}${specs === '' ? '' : ` · ${specs}`}`,
    `  Fix: ${text(cause.fix)}`,
  ];
}

function hintLines(analysed: AnalysedFlow, { text }: Writer): readonly string[] {
  const hints = hintsOf(analysed);
  if (hints.length === 0) return [];
  return [`  ${HINTS_TITLE}:`, ...hints.map((hint) => `    - ${text(hint)}`)];
}

function messageLine(message: Message, { text, url, paint }: Writer): string {
  const { exchange } = message;
  const target = paint(cut(`${text(exchange.request.method)} ${url(exchange)}`, MAX_URL), 'quiet');
  return `${text(`${messageWord(message)} · ${answerWord(exchange)}`)} · ${target}`;
}

function findingLines(finding: Finding, { text, paint }: Writer): readonly string[] {
  const { severity, title, causedBy, expected, certainty, check, owner } = finding;
  const head = `      ${paint(`${severityMark(severity)} ${text(title)}`, severity)}`;
  if (causedBy !== null) return [`${head} (consequence of ${causedBy.check})`];
  const place = placeWord(finding.at);
  return [
    `${head} [${check}]`,
    `        ${place === null ? '' : `${text(place)}: `}${text(finding.observed)}`,
    ...(expected === null ? [] : [`        Expected: ${text(expected)}`]),
    `        Fix (${ownerWord(owner)}${certainty === 'likely' ? ', likely' : ''}): ${text(finding.fix)}`,
  ];
}

function resourceLines(flow: Flow, { text }: Writer): readonly string[] {
  const rows = resourceRows(flow);
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(({ label }) => label.length));
  const lines = rows.map(({ label, value, mark }) => {
    const compared = mark === '' ? '' : ` (${text(mark)})`;
    return `    ${label.padEnd(width)}  ${cut(text(value), MAX_URL)}${compared}`;
  });
  return ['', `  ${RESOURCE_CAPTION}:`, ...lines];
}

function unclearLines(unclear: readonly Unclear[], { text }: Writer): readonly string[] {
  if (unclear.length === 0) return [];
  const lines = unclear.map(({ check, message, reason }) => {
    const step = message === null ? '' : `step ${message + 1}, `;
    return `    ◌ ${step}${check}: ${text(reason)}`;
  });
  return ['', '  Checks that could not run:', ...lines];
}

function outsideBlock(snapshot: Snapshot, writer: Writer): string {
  const { shown, more } = outsideMessages(snapshot);
  if (shown.length === 0) return '';
  const lines = shown.flatMap(({ message, findings }) => [
    `  ${messageLine(message, writer)}`,
    ...findings.flatMap((finding) => findingLines(finding, writer)),
  ]);
  const rest = more > 0 ? [`  and ${count(more, 'more message')}`] : [];
  return [`${NO_FLOW}:`, ...lines, ...rest].join('\n');
}

function rehearsalBlock(shown: readonly ShownRehearsal[], { text }: Writer): string {
  if (shown.length === 0) return '';
  const lines = shown.map(({ row }) => `  ⚑ ${text(`${row.title}: ${row.did} ${row.why}`)}`);
  return ['Rehearsed by you:', ...lines].join('\n');
}

function gapBlock({ gaps }: Snapshot, { text }: Writer): string {
  if (gaps.length === 0) return '';
  return ['Not seen:', ...gaps.map((gap) => `  ◌ ${text(gap.text)}`)].join('\n');
}

function summary({ exchanges, messages }: Snapshot, { flows, isWhole }: Selection): string {
  const counts = [count(exchanges, 'exchange'), count(messages, 'message')].join(', ');
  return `${flowCountWords(flowCounts(flows))}${isWhole ? `; ${counts}` : ''}.`;
}

/** What one message carries and what its answer says. */
function rowLines(message: Message, { text }: Writer): readonly string[] {
  const line = ({ name, value }: MessageRow): string =>
    `        ${text(name)}: ${cut(text(value), MAX_URL)}`;
  const [sent, answered] = [sentRows(message), answerRows(message)];
  return [
    ...(sent.length === 0 ? [] : ['      Parameters:', ...sent.map(line)]),
    ...(answered.length === 0 ? [] : ['      Response:', ...answered.map(line)]),
  ];
}
