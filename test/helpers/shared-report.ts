import type { Snapshot } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import type { Recording, RecordingSource } from '../../src/http/recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import type { Format, ReportOptions } from '../../src/report/format.ts';
import { leakWords } from '../../src/report/leak-words.ts';
import { type Prepared, prepareReport, writeReport } from '../../src/report/share.ts';
import type { Shared } from '../../src/report/shared.ts';

/** Exchanges as a recording without gaps and navigations. */
export function recordingWith(
  exchanges: readonly Exchange[],
  sources: readonly RecordingSource[] = [],
): Recording {
  return { exchanges, navigations: [], gaps: [], sources };
}

/** What a format writes of a snapshot in which nothing is replaced. */
export function written(
  format: Format | undefined,
  snapshot: Snapshot,
  options: ReportOptions = {},
): string {
  if (!format) throw new Error('There is no such format.');
  return format.write(sharedOf(snapshot), options);
}

/** A snapshot as formats get it, without redaction. */
function sharedOf(snapshot: Snapshot): Shared {
  const messages = [
    ...snapshot.flows.flatMap(({ flow }) => flow.messages),
    ...snapshot.loose,
    ...snapshot.outside.map(({ message }) => message),
  ];
  const exchanges = [...new Set(messages.map(({ exchange }) => exchange))];
  const redaction = { version: 1, placeholders: [], signatures: {}, hides: [] } as const;
  return {
    recording: { ...recordingWith(exchanges), redaction },
    snapshot,
    name: (text) => text,
  };
}

/** The report of a recording as it is shared: redacted, analysed, written and scanned. */
export async function sharedReport(
  format: Format | undefined,
  recording: Recording | readonly Exchange[],
  options: ReportOptions = {},
): Promise<string> {
  const whole = 'exchanges' in recording ? recording : recordingWith(recording);
  return released(await prepareReport(whole, DEFAULT_REDACTION), format, options);
}

/** What a format writes of a prepared report. Throws when it is refused. */
export function released(
  prepared: Prepared,
  format: Format | undefined,
  options: ReportOptions = {},
): string {
  if (!format) throw new Error('There is no such format.');
  const report = writeReport(prepared, format, options);
  if (!report.ok) throw new Error(`refused: ${leakWords(report.refused)}`);
  return report.text;
}
