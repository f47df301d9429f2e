import type { Snapshot } from '../analysis/analysis.ts';
import type { Report } from '../redaction/snapshot-redactor.ts';

/** One file of a recording. */
export interface Source {
  readonly file: string;
  /** Who wrote it. */
  readonly recorder: string;
  /** Entries in the file, whether they matter or not. */
  readonly exchanges: number;
}

/** What a report can be told beside what was analysed; a format ignores what it cannot show. */
export interface ReportOptions {
  /** The files that were read, in the order of their source numbers. */
  readonly sources?: readonly Source[];
  /** With the colours of a terminal (ECMA-48 SGR). */
  readonly colour?: boolean;
  /** Only these flows, and those that are part of them; everything when left out. */
  readonly flowIds?: readonly string[];
}

/** One way to write a report. Its name is the name of its file in `formats/`. */
export interface Format {
  /** What the help of the command line says of it: half a sentence, no full stop. */
  readonly description: string;
  readonly mediaType: string;
  /** File name extension without the dot. */
  readonly extension: string;
  /** Writes the report, redacted; it is refused when a secret would be left in it. */
  write(snapshot: Snapshot, options?: ReportOptions): Report;
}

/** Types a format; adds nothing at run time. */
export function defineFormat(format: Format): Format {
  return format;
}
