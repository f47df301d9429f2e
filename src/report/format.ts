import type { Snapshot } from '../analysis/analysis.ts';
import type { Report } from '../redaction/snapshot-redactor.ts';

/** One file of a recording. */
export interface Source {
  readonly file: string;
  /** The program that wrote it. */
  readonly recorder: string;
  /** Entries in the file, whether they matter or not. */
  readonly exchanges: number;
}

/** Options of a report. A format ignores what it cannot show. */
export interface ReportOptions {
  /** The files that were read, in the order of their source numbers. */
  readonly sources?: readonly Source[];
  /** With the colours of a terminal (ECMA-48 SGR). */
  readonly colour?: boolean;
  /** Only these flows and those that are part of them. All flows when it is absent. */
  readonly flowIds?: readonly string[];
}

/** One way to write a report. Its name is the name of its file in `formats/`. */
export interface Format {
  /** Description in the help of the command line: half a sentence, no full stop. */
  readonly description: string;
  readonly mediaType: string;
  /** File name extension without the dot. */
  readonly extension: string;
  /** Writes the report, redacted. Refuses it when it still has a secret. */
  write(snapshot: Snapshot, options?: ReportOptions): Report;
}

/** Gives a format its type. It does nothing at run time. */
export function defineFormat(format: Format): Format {
  return format;
}
