import type { Shared } from './shared.ts';

/** Options of a report. A format ignores what it cannot show. */
export interface ReportOptions {
  /** With the colours of a terminal (ECMA-48 SGR). */
  readonly colour?: boolean;
  /** Only these flows and those that are part of them. All flows when it is absent. */
  readonly flowIds?: readonly string[];
  /** Only one message, by its index in its flow. */
  readonly messageOf?: { readonly flowId: string; readonly index: number };
  /** Of tokens and cookies only what is wrong, for a terminal. */
  readonly brief?: boolean;
  /** Without the redacted recording, which makes a report of some formats large. */
  readonly withoutRecording?: boolean;
}

/** One way to write a report. Its name is the name of its file in `formats/`. */
export interface Format {
  /** What people call it. */
  readonly title: string;
  /** Description in the help of the command line: half a sentence, no full stop. */
  readonly description: string;
  readonly mediaType: string;
  /** File name extension without the dot. */
  readonly extension: string;
  /** Writes what may be shared. `writeReport` scans the result before it is given away. */
  write(shared: Shared, options: ReportOptions): string;
}

/** Gives a format its type. It does nothing at run time. */
export function defineFormat(format: Format): Format {
  return format;
}
