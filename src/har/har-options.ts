import type { Exchange, Gap } from '../http/exchange.ts';
import type { TextPosition } from './text-position.ts';

/** How a HAR is read. */
export interface HarOptions {
  /** Name of the file, for messages. */
  readonly file: string;
  /** Index of the file among the sources of a recording. */
  readonly source: number;
  /** Whether to keep an exchange. Its response body is not read yet, which saves time. */
  readonly keep?: (exchange: Exchange) => boolean;
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
    }
  | { readonly ok: false; readonly message: string; readonly at: TextPosition | null };
