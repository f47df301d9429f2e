import type { TextPosition } from './text-position.ts';

/** Why an element of `log.entries` cannot be read. */
export type NoEntry = 'no-object' | 'no-json' | 'too-large';

/** Receives what the scanner finds. */
export interface ScanHandler {
  /** An outermost object begins; a file can hold several. */
  document(place: TextPosition): void;
  /** `log.creator`, as JSON text. */
  creator(text: string): void;
  /** `log._grantscope`, as JSON text; null when it is too large. */
  own(text: string | null): void;
  /** Whether the entry in this part of the text can be left out without being parsed. It counts then. */
  leavesOut(text: string, start: number, end: number): boolean;
  /** One element of `log.entries`; its text when it is not JSON. */
  entry(entry: object | NoEntry, index: number, text?: string): void;
  /** An outermost object without `log` and `entries`. Returns whether it is an entry itself. */
  bare(text: string): boolean;
  /** There is text outside every object that is not JSON. Called once. */
  stray(place: TextPosition): void;
}

/** Where the text ended. */
export interface ScanEnd extends TextPosition {
  /** A list of entries began, or there was an entry outside a HAR. */
  readonly found: boolean;
  /** The last `log.entries` has ended. */
  readonly closed: boolean;
  /** Every bracket was closed. */
  readonly whole: boolean;
}

/** Splits a HAR into its entries by brackets alone; the text arrives in chunks, or only partly. */
export interface Scanner {
  push(chunk: string): void;
  end(): ScanEnd;
}
