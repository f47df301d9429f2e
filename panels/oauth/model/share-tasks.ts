import type { Recording } from '../../../src/http/recording.ts';
import type { RemovedValue } from '../../../src/redaction/redact-recording.ts';
import type { RedactionOptions } from '../../../src/redaction/redaction-options.ts';
import { formats } from '../../../src/report/all-formats.ts';
import type { Format, ReportOptions } from '../../../src/report/format.ts';
import { rawHar } from '../../../src/report/raw-har.ts';
import type { Difference } from '../../../src/report/same-diagnosis.ts';
import {
  type Prepared,
  prepareReport,
  type Report,
  writeReport,
} from '../../../src/report/share.ts';

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
  readonly report: Report;
  /** What was written. A refused report is only shown, so that its place can be found. */
  readonly text: string;
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
  /** Ends everything and frees the memory. */
  stop(): void;
}

/** The tasks of a recording, in the thread of the caller. */
export function createShareTasks(recording: Recording): ShareTasks {
  let last: { readonly key: string; readonly prepared: Prepared } | null = null;
  const prepare = async (options: RedactionOptions, work: TaskWork): Promise<Prepared> => {
    // Values are replaced again only when a choice changes that.
    const key = JSON.stringify(options);
    if (last?.key === key) return last.prepared;
    const prepared = await prepareReport(recording, options, work);
    work.signal.throwIfAborted();
    last = { key, prepared };
    return prepared;
  };
  return {
    formats: async () => [...formats].map(([name, format]) => infoOf(name, format)),
    run: async ({ redaction, format: name, report: options }, work) => {
      const prepared = await prepare(redaction, work);
      const { removed, differences } = prepared;
      const format = name === null ? undefined : formats.get(name);
      if (name === null || !format) return { removed, differences, written: null };
      const report = writeReport(prepared, format, options);
      const text = report.ok ? report.text : format.write(prepared, options);
      return { removed, differences, written: { format: infoOf(name, format), report, text } };
    },
    raw: async () => rawHar(recording),
    stop: () => {
      last = null;
    },
  };
}

function infoOf(name: string, { title, description, mediaType, extension }: Format): FormatInfo {
  return { name, title, description, mediaType, extension };
}
