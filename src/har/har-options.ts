import type { Exchange, Gap } from '../http/exchange.ts';
import type { OwnRecording } from './own/own-recording.ts';
import type { TextPosition } from './text-position.ts';

/** How a HAR is read. */
export interface HarOptions {
  /** Name of the file, for messages. */
  readonly file: string;
  /**
   * Index of the file among the sources of a recording. A file of Grantscope has several sources; this
   * is the index of its first.
   */
  readonly source: number;
  /** Whether to keep an exchange. Its response body is not read yet, which saves time. */
  readonly keep?: (exchange: Exchange) => boolean;
  /**
   * Whether `keep` may keep an entry with this JSON text, from which the response body is left out. It
   * is asked about entries that browsers loaded with success. Those that it refuses are never parsed.
   */
  readonly mayKeep?: (text: string) => boolean;
  /** Whether an entry that cannot be read may be one to keep, by the beginning of its text. */
  readonly mayMatter?: (text: string) => boolean;
  /** Whether to keep the response body of a kept exchange; by default every body is kept. */
  readonly wantsBody?: (exchange: Exchange) => boolean;
}

/** The exchanges of a HAR, or why the file is not a HAR. */
export type HarReadResult =
  | {
      readonly ok: true;
      /** The program that wrote the file; for joined files, all of them. */
      readonly recorder: string;
      readonly exchanges: readonly Exchange[];
      readonly gaps: readonly Gap[];
      readonly warnings: readonly string[];
      /** Entries in the file, kept or not. */
      readonly total: number;
      /**
       * What a file of Grantscope says besides. Its exchanges are merged from all of its sources, so
       * the next file begins at `source + own.sources.length`. Its gaps are in `gaps` too.
       */
      readonly own?: OwnRecording;
    }
  | { readonly ok: false; readonly message: string; readonly at: TextPosition | null };
