import { createAnalysis, type Snapshot } from '../../src/analysis/analysis.ts';
import { settledSnapshot } from '../../src/analysis/settled-snapshot.ts';
import type { Finding } from '../../src/checks/finding.ts';
import { hintsOf } from '../../src/conclusion/hints.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import type { Recording } from '../../src/http/recording.ts';
import { mergeSources } from '../../src/recorders/merge-sources.ts';

/** A recording of these exchanges alone. */
export function recordingOf(exchanges: readonly Exchange[]): Recording {
  return { exchanges, navigations: [], gaps: [], sources: [] };
}

/** The settled analysis of a recording. A second source is merged. */
export function analysisOf(recording: Recording): Promise<Snapshot> {
  const analysis = createAnalysis();
  analysis.addSource(1, 'second.har', mergeSources);
  if (recording.redaction) analysis.addNote(recording.redaction);
  for (const gap of recording.gaps) analysis.addGap(gap);
  for (const exchange of recording.exchanges) analysis.add(exchange);
  for (const navigation of recording.navigations) analysis.addNavigation(navigation);
  return settledSnapshot(analysis);
}

/** Everything of an analysis that redaction must not change. Texts may quote replaced values. */
export function diagnosisOf({ flows, outside, loose, gaps, messages }: Snapshot): unknown {
  return {
    flows: flows.map((analysed) => ({
      id: analysed.flow.id,
      grant: analysed.flow.grant,
      client: analysed.flow.client,
      server: analysed.flow.authorizationServer,
      startedAt: analysed.flow.startedAt,
      parent: [analysed.flow.parent, analysed.flow.relation],
      messages: analysed.flow.messages.map(({ kind, exchange }) => `${kind} ${exchange.id}`),
      pkce: analysed.flow.facts.pkce.map(({ message, matches, manner }) => [
        message,
        matches,
        manner,
      ]),
      outcome: analysed.outcome,
      verdict: [analysed.verdict.sign, analysed.verdict.cause?.check ?? null],
      findings: analysed.findings.map(findingOf),
      unclear: analysed.unclear.map(({ check, message }) => `${check} ${message}`),
      hints: hintsOf(analysed).length,
    })),
    outside: outside.map(({ finding, message }) => [message.exchange.id, ...findingOf(finding)]),
    loose: loose.map(({ kind, exchange }) => `${kind} ${exchange.id}`),
    gaps: gaps
      // A redacted recording says that it is one.
      .filter(({ kind }) => kind !== 'sanitized-file')
      .map(({ kind, at }) => `${kind} ${at}`),
    messages,
  };
}

function findingOf(finding: Finding): readonly unknown[] {
  const { check, severity, certainty, basis, owner, effect, message, at, causedBy } = finding;
  const place = at === null ? null : `${at.part} ${at.name}`;
  return [check, severity, certainty, basis, owner, effect, message, place, causedBy?.check ?? ''];
}
