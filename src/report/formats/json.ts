import type { Snapshot } from '../../analysis/analysis.ts';
import type { Finding } from '../../checks/finding.ts';
import type { AnalysedFlow } from '../../conclusion/analysed-flow.ts';
import { flowCounts } from '../../conclusion/flow-counts.ts';
import { hintsOf } from '../../conclusion/hints.ts';
import { clientLibrary, libraryText } from '../../flow/facts/client-library.ts';
import { flowRemark, messageRemark } from '../../flow/facts/remarks.ts';
import { resourcePlaces } from '../../flow/facts/resource-places.ts';
import type { Exchange, Remark } from '../../http/exchange.ts';
import type { Message } from '../../oauth/message.ts';
import { placeWord } from '../../words/places.ts';
import { defineFormat, type ReportOptions } from '../format.ts';
import { cookiesJson } from '../json/cookies-json.ts';
import { rehearsalJson } from '../json/rehearsal-json.ts';
import { timeOf } from '../json/time-of.ts';
import { tokensJson } from '../json/tokens-json.ts';
import { redactedHar } from '../redacted-har.ts';
import { selectionOf, shownMessages } from '../selection.ts';
import type { Shared } from '../shared.ts';
import { shownRehearsals } from '../shown-rehearsals.ts';
import { tokenSignatures } from '../token-signatures.ts';
import { VERSION } from '../version.ts';

type Redact = (text: string) => string;

/** The analysis as JSON without secrets. docs/report-json.md describes the members. */
export default defineFormat({
  title: 'JSON',
  description: 'for programs (docs/report-json.md)',
  mediaType: 'application/json',
  extension: 'json',
  write: jsonReport,
});

function jsonReport(shared: Shared, options: ReportOptions): string {
  const { snapshot, recording, name } = shared;
  const { flows, only, isWhole } = selectionOf(shared, options);
  const wanted = new Set(flows);
  const { version, placeholders, hides } = recording.redaction;
  const report = {
    schema: 3,
    sources: recording.sources.map((source, index) => ({
      file: name(source.file),
      recorder: name(source.recorder),
      exchanges: source.exchanges,
      messages: messagesOf(snapshot, index),
      clockShift: snapshot.clockShifts.get(index) ?? 0,
    })),
    counts: flowCounts(flows),
    // In the order of their start, and not the worst first.
    flows: snapshot.flows
      .filter((analysed) => wanted.has(analysed))
      .map((analysed) => flowJson(analysed, only, name)),
    loose: isWhole ? snapshot.loose.map((message) => messageJson(message, name)) : [],
    findings: isWhole
      ? snapshot.outside.map(({ finding }) => findingJson(finding, OUTSIDE, name))
      : [],
    rehearsals: shownRehearsals(shared, { flows, only, isWhole }).map((one) =>
      rehearsalJson(one, name),
    ),
    gaps: snapshot.gaps.map(({ kind, text }) => ({ kind, text: name(text) })),
    redaction: {
      version,
      placeholders: placeholders.map(({ standIn: _, ...one }) => one),
      hides: hides.map(name),
    },
    generator: { name: 'Grantscope', version: VERSION },
    recording: null,
  };
  const text = JSON.stringify(report, null, 2);
  if (options.withoutRecording) return `${text}\n`;
  const begin = text.slice(0, -'null\n}'.length);
  return `${begin}${redactedHar(shared, options).trim()}\n}\n`;
}

function messagesOf({ flows }: Snapshot, source: number): number {
  return flows
    .flatMap(({ flow }) => flow.messages)
    .filter(({ exchange }) => exchange.source === source).length;
}

function flowJson(analysed: AnalysedFlow, only: number | null, redact: Redact) {
  const { flow, outcome, verdict } = analysed;
  const library = clientLibrary(flow);
  const signatures = tokenSignatures(flow);
  const findings = analysed.findings.filter(({ message }) => only === null || message === only);
  const place = placesIn(only, findings);
  return {
    id: flow.id,
    grant: flow.grant,
    client: flow.client === null ? null : redact(flow.client),
    authorizationServer:
      flow.authorizationServer === null ? null : redact(flow.authorizationServer),
    library: library === null ? null : redact(libraryText(library)),
    outcome,
    verdict: {
      sign: verdict.sign,
      text: redact(verdict.text),
      cause: verdict.cause?.check ?? null,
      finding: indexOf(verdict.cause, findings),
      message: place.step(verdict.cause?.message ?? null),
      hints: hintsOf(analysed).map(redact),
    },
    ...remarkJson(flowRemark(flow), redact),
    parent: flow.parent,
    relation: flow.relation,
    messages: shownMessages(flow, only).map(([index, message]) => ({
      step: index,
      ...messageJson(message, redact),
      ...remarkJson(messageRemark(message), redact),
      signatures: (signatures[index] ?? []).map(({ token, is, kid, keys }) => ({
        token,
        is,
        kid: kid === null ? null : redact(kid),
        keys: keys === null ? null : redact(keys),
      })),
    })),
    resource: resourcePlaces(flow).places.map(({ name, values, same }) => ({
      place: name,
      values: values?.map(redact) ?? null,
      same,
    })),
    findings: findings.map((finding) => findingJson(finding, place, redact)),
    tokens: tokensJson(analysed, only, redact),
    cookies: cookiesJson(flow, only, redact),
  };
}

/** The index of a finding in the list of its flow. */
function indexOf(finding: Finding | null, findings: readonly Finding[]): number | null {
  const index = finding === null ? -1 : findings.indexOf(finding);
  return index < 0 ? null : index;
}

/** Nothing when the user has remarked nothing. */
function remarkJson({ pinned, text }: Remark, redact: Redact) {
  return pinned || text !== '' ? { remark: { pinned, text: redact(text) } } : {};
}

function messageJson({ kind, exchange }: Message, redact: Redact) {
  return {
    kind,
    exchange: exchange.id,
    startedAt: timeOf(exchange.startedAt),
    method: redact(exchange.request.method),
    url: redact(exchange.request.url),
    status: exchange.response?.status ?? null,
    ...rehearsedJson(exchange, redact),
  };
}

function rehearsedJson({ rehearsed }: Exchange, redact: Redact) {
  if (!rehearsed) return {};
  const { fault, title, made = false } = rehearsed;
  return { rehearsed: { fault: redact(fault), title: redact(title), made } };
}

/** What the numbers in a finding count. */
interface Places {
  readonly step: (message: number | null) => number | null;
  readonly findings: readonly Finding[];
}

/** The only message of a report has the index 0. */
function placesIn(only: number | null, findings: readonly Finding[]): Places {
  return { step: (message) => (only === null ? message : message === only ? 0 : null), findings };
}

const OUTSIDE: Places = { step: () => null, findings: [] };

function findingJson(finding: Finding, { step, findings }: Places, redact: Redact) {
  const place = placeWord(finding.at);
  return {
    check: finding.check,
    severity: finding.severity,
    certainty: finding.certainty,
    owner: finding.owner,
    message: step(finding.message),
    at: place === null ? null : redact(place),
    title: redact(finding.title),
    observed: redact(finding.observed),
    expected: finding.expected === null ? null : redact(finding.expected),
    fix: redact(finding.fix),
    causedBy: finding.causedBy?.check ?? null,
    follows: indexOf(finding.causedBy, findings),
  };
}
