import { analyseRecording } from '../analysis/analyse-recording.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import type { Format, ReportOptions } from '../report/format.ts';
import { leakWords } from '../report/leak-words.ts';
import type { Prepared } from '../report/share.ts';
import { writeAfterScan } from '../report/write-after-scan.ts';
import { type Arguments, EXIT, Refusal } from './cli-command.ts';
import { createProgressLine } from './progress.ts';
import { readRecording } from './read-recording.ts';
import { redactionOf } from './sharing-options.ts';

/** A finished report, what was replaced for it, and the analysis of the recording itself. */
export interface Finished {
  readonly text: string;
  readonly prepared: Prepared;
  readonly original: Snapshot;
}

/**
 * Reads, analyses and redacts the files and writes the report. The exit code when they cannot be
 * read; a report that would show a removed value is a refusal.
 */
export async function finish(
  given: Arguments,
  {
    format,
    optionsOf,
  }: {
    readonly format: Format;
    /** Depends on the flows of the recording. */
    readonly optionsOf: (original: Snapshot) => ReportOptions;
  },
  signal: AbortSignal,
): Promise<Finished | typeof EXIT.refused> {
  const recording = await readRecording(given.files, signal);
  if (recording === EXIT.refused) return recording;
  const line = createProgressLine(process.stderr);
  try {
    line.work('Analysing');
    const original = await analyseRecording(recording, signal);
    const { prepared, report } = await writeAfterScan(
      { recording, redaction: redactionOf(given), format, options: optionsOf(original), original },
      {
        signal,
        onProgress: (done) => (done < 1 ? line.work('Redacting', done) : line.work('Writing')),
      },
    );
    signal.throwIfAborted();
    if (report.ok) return { text: report.text, prepared, original };
    const leaks = leakWords(report.refused);
    throw new Refusal(`the report was refused, it would have shown: ${leaks}`);
  } finally {
    line.clear();
  }
}
