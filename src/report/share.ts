import { addRecording } from '../analysis/add-recording.ts';
import { createAnalysis, type Snapshot } from '../analysis/analysis.ts';
import { settledSnapshot } from '../analysis/settled-snapshot.ts';
import type { Recording, RedactionNote } from '../http/recording.ts';
import {
  namesOf,
  type RemovedValue,
  redactRecording,
  type Work,
} from '../redaction/redact-recording.ts';
import type { RedactionOptions } from '../redaction/redaction-options.ts';

/** A redacted recording with its own analysis: all that a format may write. */
export interface Shared {
  readonly recording: Recording & { readonly redaction: RedactionNote };
  /** The analysis of the redacted recording, so that no value can come back in a sentence. */
  readonly snapshot: Snapshot;
  /** Writes the names of placeholders where their stand-ins are. */
  readonly name: (text: string) => string;
}

/** What a person sees before anything is written. */
export interface Prepared extends Shared {
  readonly removed: readonly RemovedValue[];
}

/** Redacts a recording and analyses the result. */
export async function prepareReport(
  recording: Recording,
  options: RedactionOptions,
  work: Work = {},
): Promise<Prepared> {
  const redacted = await redactRecording(recording, options, work);
  const analysis = createAnalysis();
  addRecording(analysis, redacted.recording);
  const snapshot = await settledSnapshot(analysis);
  return { ...redacted, snapshot, name: namesOf(redacted.recording.redaction) };
}
