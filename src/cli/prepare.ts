import { analyseRecording } from '../analysis/analyse-recording.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import type { Format, ReportOptions } from '../report/format.ts';
import { leakWords } from '../report/leak-words.ts';
import { type Prepared, prepareReport, writeReport } from '../report/share.ts';
import { type Arguments, EXIT, Refusal } from './cli-command.ts';
import { createProgressLine } from './progress.ts';
import { readRecording } from './read-recording.ts';
import { redactionOf } from './sharing-options.ts';

/** What a command shares, and the analysis of the recording itself. */
export interface Work {
  readonly prepared: Prepared;
  readonly original: Snapshot;
}

/** Reads, analyses and redacts the files. The exit code when they cannot be read. */
export async function prepare(
  given: Arguments,
  signal: AbortSignal,
): Promise<Work | typeof EXIT.refused> {
  const recording = await readRecording(given.files, signal);
  if (recording === EXIT.refused) return recording;
  const line = createProgressLine(process.stderr);
  try {
    line.work('Analysing');
    const original = await analyseRecording(recording, signal);
    const onProgress = (done: number) => line.work('Redacting', done);
    const work = { signal, onProgress };
    const prepared = await prepareReport(recording, redactionOf(given), work, original);
    signal.throwIfAborted();
    return { prepared, original };
  } finally {
    line.clear();
  }
}

/** The text of a report; a place that would show a removed value is a refusal. */
export function written(prepared: Prepared, format: Format, options: ReportOptions): string {
  const line = createProgressLine(process.stderr);
  line.work('Writing');
  const report = writeReport(prepared, format, options);
  line.clear();
  if (report.ok) return report.text;
  throw new Refusal(`the report was refused, it would have shown: ${leakWords(report.refused)}`);
}
