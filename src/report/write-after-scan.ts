import { analyseRecording } from '../analysis/analyse-recording.ts';
import type { Snapshot } from '../analysis/analysis.ts';
import type { Recording } from '../http/recording.ts';
import type { Work } from '../redaction/redact-recording.ts';
import type { RedactionOptions } from '../redaction/redaction-options.ts';
import type { Format, ReportOptions } from './format.ts';
import {
  type Prepared,
  prepareReport,
  prepareWords,
  type Report,
  writeReportInTurns,
  writeWordsInTurns,
} from './share.ts';

/** What is written, and of which recording. */
export interface ReportRequest {
  readonly recording: Recording;
  readonly redaction: RedactionOptions;
  readonly format: Pick<Format, 'write' | 'withoutData'>;
  readonly options?: ReportOptions;
  /** The analysis of the recording, when there is one. */
  readonly original?: Snapshot;
}

/**
 * Prepares and writes a report. A report in words is first written from the analysis of the recording
 * itself. When the final scan finds values, the redacted recording is analysed; when it still finds
 * values that were only replaced where their names are, they are replaced everywhere and the report is
 * written once more. A report that still shows one is refused. Rejects only when it is cancelled.
 */
export async function writeAfterScan(
  request: ReportRequest,
  work: Work = {},
): Promise<{ readonly prepared: Prepared; readonly report: Report }> {
  const { recording, redaction, format, options, original } = request;
  const write = (prepared: Prepared): Promise<Report> =>
    writeReportInTurns(prepared, format, options, work.signal);
  if (isInWords(request)) {
    const before = original ?? (await analyseRecording(recording, work.signal));
    const prepared = await prepareWords(recording, redaction, work, before);
    const report = await writeWordsInTurns(prepared, format, options, work.signal);
    if (report.ok) return { prepared, report };
  }
  const prepared = await prepareReport(recording, redaction, work, original);
  const report = await write(prepared);
  if (report.ok) return { prepared, report };
  const shown = new Set(report.refused.map(({ name }) => name));
  const values = prepared.removed
    .filter(({ placeholder }) => shown.has(placeholder.name))
    .map(({ value }) => value);
  const stricter = { ...redaction, remove: [...redaction.remove, ...values] };
  const again = await prepareReport(recording, stricter, work, original);
  return { prepared: again, report: await write(again) };
}

/** Hosts and times that are replaced change more of a sentence than single values. */
function isInWords({ redaction, format, options }: ReportRequest): boolean {
  const isLean = format.withoutData === true && !options?.messageOf;
  return isLean && !redaction.hosts && redaction.times === 'absolute';
}
