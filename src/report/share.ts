import { analyseRecording } from '../analysis/analyse-recording.ts';
import type { Snapshot } from '../analysis/analysis.ts';
import { redactedGaps } from '../analysis/redaction-notes.ts';
import type { Recording } from '../http/recording.ts';
import { namesOf, type RemovedValue, type Work } from '../redaction/redact-recording.ts';
import type { RedactionOptions } from '../redaction/redaction-options.ts';
import type { Format, ReportOptions } from './format.ts';
import { gated, gatedInTurns, type Report } from './gated.ts';
import { outsideMessages } from './outside-lines.ts';
import { redactAgain } from './redact-again.ts';
import { type Difference, diagnosisDifferences, ownGaps } from './same-diagnosis.ts';
import type { Shared } from './shared.ts';

export type { Report } from './gated.ts';

/** Longer texts rarely repeat. */
const LONGEST_REMEMBERED = 2_000;
const MAX_REMEMBERED = 20_000;

/** What a person sees before anything is written. */
export interface Prepared extends Shared {
  readonly removed: readonly RemovedValue[];
  /** What the redacted recording says otherwise than the recording. Reports say it as it was. */
  readonly differences: readonly Difference[];
}

/**
 * Redacts a recording and analyses the result. `original` is the analysis of the recording, which
 * is made when it is not given. Rejects only when it is cancelled.
 */
export async function prepareReport(
  recording: Recording,
  options: RedactionOptions,
  work: Work = {},
  original?: Snapshot,
): Promise<Prepared> {
  const before = original ?? (await analyseRecording(recording, work.signal));
  const redacted = await redactAgain(recording, options, { ...work, original: before });
  const { redaction } = redacted.recording;
  const { removed, redactText } = redacted;
  const name = namesOf(redaction);
  const after = withoutNote(await analyseRecording(redacted.recording, work.signal), before);
  const rename = (text: string): string => name(redactText(text));
  const differences = diagnosisDifferences(before, after, rename);
  if (differences.length === 0) {
    return { recording: redacted.recording, snapshot: after, name, removed, differences };
  }
  const hides = [...redaction.hides, ...differences.map(({ text }) => `${OTHERWISE}: ${text}`)];
  return {
    recording: { ...redacted.recording, redaction: { ...redaction, hides } },
    snapshot: asBefore(before, after, differences),
    name: rename,
    removed,
    differences,
  };
}

/**
 * Prepares a report in words without a second analysis: it says what the analysis of the recording
 * says, with values replaced wherever a sentence shows one. Only what such a report shows is written.
 * Rejects only when it is cancelled.
 */
export async function prepareWords(
  recording: Recording,
  options: RedactionOptions,
  work: Work,
  original: Snapshot,
): Promise<Prepared> {
  const lean = { ...work, original, only: shownIn(original) };
  const { recording: redacted, removed, redactText } = await redactAgain(recording, options, lean);
  const urls = new Map(redacted.exchanges.map(({ id, request }) => [id, request.url]));
  // A sentence may show a value that stands in no exchange as it is.
  const known = redacted.redaction.placeholders;
  const listed = new Set(known.map((one) => one.name));
  const more = removed.map(({ placeholder }) => placeholder).filter((one) => !listed.has(one.name));
  const placeholders = [...known, ...more];
  const placed = namesOf(redacted.redaction);
  const name = remembered(redactText);
  return {
    recording: { ...redacted, redaction: { ...redacted.redaction, placeholders } },
    snapshot: original,
    name,
    urlOf: ({ id, request }) => {
      const url = urls.get(id);
      if (url === undefined) return name(request.url);
      // Only a recording that was redacted before has stand-ins of its own.
      return url === request.url && !recording.redaction ? url : placed(url);
    },
    removed,
    differences: [],
  };
}

/** The ids of the exchanges that a report in words shows. */
function shownIn(snapshot: Snapshot): ReadonlySet<string> {
  const messages = snapshot.flows.flatMap(({ flow }) => flow.messages);
  const outside = outsideMessages(snapshot).shown.map(({ message }) => message);
  return new Set([...messages, ...outside].map(({ exchange }) => exchange.id));
}

/** Reports repeat their sentences for each flow. */
function remembered(rewrite: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return rewrite(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const after = rewrite(text);
    known.set(text, after);
    return after;
  };
}

/** Only a recording that was redacted before has a gap that says so. */
function withoutNote(after: Snapshot, { redaction }: Snapshot): Snapshot {
  return { ...after, gaps: [...redactedGaps(redaction), ...ownGaps(after)] };
}

const OTHERWISE = 'The analysis of this file differs from that of the recording';

/** The analysis after redaction, with the flows from before where they say something else. */
function asBefore(before: Snapshot, after: Snapshot, differences: readonly Difference[]): Snapshot {
  const differing = new Set(differences.map(({ flow }) => flow));
  const same = new Map(after.flows.map((analysed) => [analysed.flow.id, analysed]));
  const flows = before.flows.map((analysed) =>
    differing.has(analysed.flow.id) ? analysed : (same.get(analysed.flow.id) ?? analysed),
  );
  return { ...(differing.has(null) ? before : after), flows };
}

/** Writes a report and scans it. A report that shows a removed value is not given away. */
export function writeReport(
  prepared: Prepared,
  format: Pick<Format, 'write'>,
  options: ReportOptions = {},
): Report {
  return gated(format.write(prepared, options), prepared, prepared.removed);
}

/** The same, with pauses in which a panel can draw and the work can be cancelled. */
export async function writeReportInTurns(
  prepared: Prepared,
  format: Pick<Format, 'write'>,
  options: ReportOptions = {},
  signal?: AbortSignal,
): Promise<Report> {
  return gatedInTurns(format.write(prepared, options), prepared, prepared.removed, signal);
}

/** The same for a report in words, which may show none of the values at all. */
export async function writeWordsInTurns(
  prepared: Prepared,
  format: Pick<Format, 'write'>,
  options: ReportOptions = {},
  signal?: AbortSignal,
): Promise<Report> {
  return gatedInTurns(format.write(prepared, options), null, prepared.removed, signal);
}
