import type { Snapshot } from '../analysis/analysis.ts';
import type { Recording } from '../http/recording.ts';
import type { Work } from '../redaction/redact-recording.ts';
import type { RedactionOptions } from '../redaction/redaction-options.ts';
import type { Format, ReportOptions } from './format.ts';
import { type Prepared, prepareReport, type Report, writeReportInTurns } from './share.ts';

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
 * Prepares and writes a report. When the final scan finds values that were only replaced where their
 * names are, they are replaced everywhere and the report is written once more. A report that still
 * shows one is refused. Rejects only when it is cancelled.
 */
export async function writeAfterScan(
  { recording, redaction, format, options, original }: ReportRequest,
  work: Work = {},
): Promise<{ readonly prepared: Prepared; readonly report: Report }> {
  const withoutData = format.withoutData === true && !options?.messageOf;
  const prepare = async (chosen: RedactionOptions): Promise<Prepared> => {
    if (withoutData) {
      const lean = await prepareReport(recording, chosen, { ...work, withoutData }, original);
      if (lean.differences.length === 0) return lean;
    }
    return prepareReport(recording, chosen, work, original);
  };
  const prepared = await prepare(redaction);
  const report = await writeReportInTurns(prepared, format, options, work.signal);
  if (report.ok) return { prepared, report };
  const shown = new Set(report.refused.map(({ name }) => name));
  const values = prepared.removed
    .filter(({ placeholder }) => shown.has(placeholder.name))
    .map(({ value }) => value);
  const stricter = { ...redaction, remove: [...redaction.remove, ...values] };
  const again = await prepare(stricter);
  return { prepared: again, report: await writeReportInTurns(again, format, options, work.signal) };
}
