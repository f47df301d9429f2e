import type { Leak } from '../../../src/gate/gate.ts';
import { htmlText } from '../../../src/http/html-text.ts';
import type { Recording } from '../../../src/http/recording.ts';
import type { RemovedValue } from '../../../src/redaction/redact-recording.ts';
import type { RedactionOptions } from '../../../src/redaction/redaction-options.ts';
import { formats } from '../../../src/report/all-formats.ts';
import type { Format, ReportOptions } from '../../../src/report/format.ts';
import { placeholdersIn } from '../../../src/report/placeholder-list.ts';
import { rawHar } from '../../../src/report/raw-har.ts';
import type { Difference } from '../../../src/report/same-diagnosis.ts';
import { type Prepared, prepareReport, writeReportInTurns } from '../../../src/report/share.ts';

/** How many redactions of one recording are kept. */
const MAX_KNOWN = 2;
/** Characters of an HTML page that are read for its preview. */
const LONGEST_PAGE = 2_000_000;

/** What can be known of a format without writing it. */
export type FormatInfo = Omit<Format, 'write'> & { readonly name: string };

/** One report to write. */
export interface ShareTask {
  readonly redaction: RedactionOptions;
  /** Name of a format; null when only the values to replace are asked for. */
  readonly format: string | null;
  readonly report: ReportOptions;
}

/** A report, and everything that the dialog shows about it. */
export interface ShareResult {
  readonly removed: readonly RemovedValue[];
  readonly differences: readonly Difference[];
  /** Null without a format. */
  readonly written: Written | null;
}

/** A finished report, or one that the final scan has refused. */
export interface Written {
  readonly format: FormatInfo;
  /** What was written. A refused report is only shown, so that its place can be found. */
  readonly text: string;
  /** What a reader sees of an HTML page; null for other formats. */
  readonly page: string | null;
  /** Where the text still shows a value. Then it must not leave. */
  readonly refused: readonly Leak[];
  /** The values whose placeholders stand in the text. */
  readonly shown: readonly RemovedValue[];
}

/** How a task is watched and ended. */
export interface TaskWork {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** What can be done with one recording. */
export interface ShareTasks {
  formats(): Promise<readonly FormatInfo[]>;
  run(task: ShareTask, work: TaskWork): Promise<ShareResult>;
  /** The recording as HAR with every secret in it. */
  raw(): Promise<string>;
}

/** The tasks of a recording, in the thread of the caller. */
export function createShareTasks(recording: Recording): ShareTasks {
  const known = new Map<string, Prepared>();
  const prepare = async (options: RedactionOptions, work: TaskWork): Promise<Prepared> => {
    // Values are replaced again only when a choice changes that.
    const key = JSON.stringify(options);
    const before = known.get(key);
    if (before) return before;
    const prepared = await prepareReport(recording, options, work);
    work.signal.throwIfAborted();
    if (known.size === MAX_KNOWN) known.clear();
    known.set(key, prepared);
    return prepared;
  };
  return {
    formats: async () => [...formats].map(([name, format]) => infoOf(name, format)),
    run: async ({ redaction, format: name, report: options }, work) => {
      let prepared = await prepare(redaction, work);
      if (name === null) return resultOf(prepared, null);
      const format = formats.get(name);
      if (!format) throw new Error(`there is no format ${name}`);
      let report = await writeReportInTurns(prepared, format, options, work.signal);
      if (!report.ok) {
        const remove = [...redaction.remove, ...valuesIn(report.refused, prepared)];
        prepared = await prepare({ ...redaction, remove }, work);
        report = await writeReportInTurns(prepared, format, options, work.signal);
      }
      const text = report.ok ? report.text : format.write(prepared, options);
      return resultOf(prepared, {
        format: infoOf(name, format),
        text,
        page: format.extension === 'html' ? htmlText(text.slice(0, LONGEST_PAGE)).text : null,
        refused: report.ok ? [] : report.refused,
        shown: shownIn(text, prepared),
      });
    },
    raw: async () => rawHar(recording),
  };
}

function resultOf({ removed, differences }: Prepared, written: Written | null): ShareResult {
  return { removed, differences, written };
}

/** The values whose placeholders stand in a text. */
function shownIn(text: string, { removed }: Prepared): readonly RemovedValue[] {
  const placeholders = removed.map(({ placeholder }) => placeholder);
  const there = new Set(placeholdersIn(text, { placeholders }));
  return removed.filter(({ placeholder }) => there.has(placeholder));
}

/**
 * The values that a report still shows, because they were only replaced where their names are. They
 * are replaced everywhere, and the report is written once more.
 */
function valuesIn(leaks: readonly Leak[], { removed }: Prepared): readonly string[] {
  const shown = new Set(leaks.map(({ name }) => name));
  return removed.filter(({ placeholder }) => shown.has(placeholder.name)).map(({ value }) => value);
}

function infoOf(name: string, { title, description, mediaType, extension }: Format): FormatInfo {
  return { name, title, description, mediaType, extension };
}
