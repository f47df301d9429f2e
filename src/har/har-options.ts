import type { Exchange, Gap } from '../http/exchange.ts';
import type { TextPosition } from './text-position.ts';

/** How a HAR is read. */
export interface HarOptions {
  /** Name of the file, for messages. */
  readonly file: string;
  /** Index of the file among the sources of a recording. */
  readonly source: number;
  /**
   * Whether an exchange matters. Asked before the response body is read, which spares most of the
   * work on what is dropped.
   */
  readonly keep?: (exchange: Exchange) => boolean;
  /** Whether the response body of a kept exchange matters; without it, each does. */
  readonly wantsBody?: (exchange: Exchange) => boolean;
}

/** A HAR as exchanges, or why it is none. */
export type HarReadResult =
  | {
      readonly ok: true;
      /** Who wrote the file; of joined files, each. */
      readonly recorder: string;
      readonly exchanges: readonly Exchange[];
      readonly gaps: readonly Gap[];
      readonly warnings: readonly string[];
      /** Entries in the file, kept or not. */
      readonly total: number;
    }
  | { readonly ok: false; readonly message: string; readonly at: TextPosition | null };
