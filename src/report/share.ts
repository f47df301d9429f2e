import { analyseRecording } from '../analysis/analyse-recording.ts';
import type { Snapshot } from '../analysis/analysis.ts';
import { findLeaks, type Leak } from '../gate/gate.ts';
import type { Recording } from '../http/recording.ts';
import {
  namesOf,
  type RedactedRecording,
  type RemovedValue,
  redactRecording,
  type Work,
} from '../redaction/redact-recording.ts';
import type { RedactionOptions } from '../redaction/redaction-options.ts';
import { redactorOf } from '../redaction/snapshot-redactor.ts';
import type { Format, ReportOptions } from './format.ts';
import { type Difference, diagnosisDifferences } from './same-diagnosis.ts';
import type { Shared } from './shared.ts';

/** What a person sees before anything is written. */
export interface Prepared extends Shared {
  readonly removed: readonly RemovedValue[];
  /** What the redacted recording says otherwise than the recording. Reports say it as it was. */
  readonly differences: readonly Difference[];
}

/** A finished report, or the places where it would show a value. */
export type Report =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refused: readonly Leak[] };

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
  const {
    recording: redacted,
    removed,
    redactText,
  } = interim(before, await redactRecording(recording, options, { ...work, original: before }));
  const { redaction } = redacted;
  const name = namesOf(redaction);
  const after = await analyseRecording(redacted, work.signal);
  const differences = diagnosisDifferences(before, after, (text) => name(redactText(text)));
  if (differences.length === 0) {
    const isInterim = removed.length === 0;
    return {
      recording: redacted,
      snapshot: after,
      name: isInterim ? redactText : name,
      removed,
      differences,
    };
  }
  const hides = [...redaction.hides, ...differences.map(({ text }) => `${OTHERWISE}: ${text}`)];
  return {
    recording: { ...redacted, redaction: { ...redaction, hides } },
    snapshot: asBefore(before, after, differences),
    name: (text) => name(redactText(text)),
    removed,
    differences,
  };
}

/** Until recordings are redacted, the texts of reports are. */
function interim(before: Snapshot, redacted: RedactedRecording): RedactedRecording {
  if (redacted.removed.length > 0) return redacted;
  const { redact, placeholders } = redactorOf(before);
  redact(JSON.stringify(redacted.recording.exchanges));
  const note = placeholders().map((one) => ({
    ...one,
    standIn: one.name,
    times: 1,
    class: 'secret' as const,
  }));
  const redaction = { ...redacted.recording.redaction, placeholders: note };
  return { ...redacted, redactText: redact, recording: { ...redacted.recording, redaction } };
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
  const text = format.write(prepared, options);
  const sought = prepared.removed.map(({ value, names, isWord, placeholder }) => ({
    name: placeholder.name,
    value,
    names,
    isWord,
  }));
  const refused = findLeaks(text, sought);
  return refused.length === 0 ? { ok: true, text } : { ok: false, refused };
}
