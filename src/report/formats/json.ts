import type { Snapshot } from '../../analysis/analysis.ts';
import type { Finding } from '../../checks/finding.ts';
import type { AnalysedFlow } from '../../conclusion/analysed-flow.ts';
import { hintsOf } from '../../conclusion/hints.ts';
import { clientLibrary, libraryText } from '../../flow/facts/client-library.ts';
import { resourcePlaces } from '../../flow/facts/resource-places.ts';
import type { Message } from '../../oauth/message.ts';
import { placeWord } from '../../words/places.ts';
import { defineFormat } from '../format.ts';
import type { Shared } from '../shared.ts';
import { tokenSignatures } from '../token-signatures.ts';

type Redact = (text: string) => string;

/** The analysis as JSON without secrets. docs/report-json.md describes the members. */
export default defineFormat({
  title: 'JSON',
  description: 'for programs (docs/report-json.md)',
  mediaType: 'application/json',
  extension: 'json',
  write: jsonReport,
});

function jsonReport({ snapshot, recording, name: redact }: Shared): string {
  const report = {
    schema: 1,
    sources: recording.sources.map((source, index) => ({
      file: redact(source.file),
      recorder: redact(source.recorder),
      exchanges: source.exchanges,
      messages: messagesOf(snapshot, index),
      clockShift: snapshot.clockShifts.get(index) ?? 0,
    })),
    flows: snapshot.flows.map((analysed) => flowJson(analysed, redact)),
    loose: snapshot.loose.map((message) => messageJson(message, redact)),
    findings: snapshot.outside.map(({ finding }) => findingJson(finding, OUTSIDE, redact)),
    gaps: snapshot.gaps.map(({ kind, text }) => ({ kind, text: redact(text) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function messagesOf({ flows }: Snapshot, source: number): number {
  return flows
    .flatMap(({ flow }) => flow.messages)
    .filter(({ exchange }) => exchange.source === source).length;
}

function flowJson(analysed: AnalysedFlow, redact: Redact) {
  const { flow, findings, outcome, verdict } = analysed;
  const library = clientLibrary(flow);
  const signatures = tokenSignatures(flow);
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
      message: verdict.cause?.message ?? null,
      hints: hintsOf(analysed).map(redact),
    },
    parent: flow.parent,
    relation: flow.relation,
    messages: flow.messages.map((message, index) => ({
      ...messageJson(message, redact),
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
    findings: findings.map((finding) =>
      findingJson(finding, { message: finding.message, findings }, redact),
    ),
  };
}

/** The index of a finding in the list of its flow. */
function indexOf(finding: Finding | null, findings: readonly Finding[]): number | null {
  return finding === null ? null : findings.indexOf(finding);
}

function messageJson({ kind, exchange }: Message, redact: Redact) {
  return {
    kind,
    exchange: exchange.id,
    startedAt: timeOf(exchange.startedAt),
    method: redact(exchange.request.method),
    url: redact(exchange.request.url),
    status: exchange.response?.status ?? null,
  };
}

/** What the numbers in a finding count. */
interface Place {
  readonly message: number | null;
  readonly findings: readonly Finding[];
}

const OUTSIDE: Place = { message: null, findings: [] };

function findingJson(finding: Finding, { message, findings }: Place, redact: Redact) {
  const place = placeWord(finding.at);
  return {
    check: finding.check,
    severity: finding.severity,
    certainty: finding.certainty,
    owner: finding.owner,
    message,
    at: place === null ? null : redact(place),
    title: redact(finding.title),
    observed: redact(finding.observed),
    expected: finding.expected === null ? null : redact(finding.expected),
    fix: redact(finding.fix),
    causedBy: finding.causedBy?.check ?? null,
    follows: indexOf(finding.causedBy, findings),
  };
}

/** RFC 3339 in UTC with milliseconds. The epoch replaces an invalid time. */
function timeOf(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}
