import type { TextPosition } from './text-position.ts';

/** What an element of `log.entries` is when it is not an object. */
export type NoEntry = 'no-object' | 'no-json' | 'too-large';

/** What the scanner hands out, and where it stood. */
export interface ScanHandler {
  /** An outermost object begins; a file can hold several, one after another. */
  document(place: () => TextPosition): void;
  /** `log.creator`, as JSON text. */
  creator(text: string): void;
  /** One element of `log.entries`. */
  entry(entry: object | NoEntry, index: number): void;
  /** An outermost object that has neither `log` nor `entries`. Says whether it is an entry itself. */
  bare(text: string): boolean;
  /** Something that is no JSON stands outside of every object. Called once. */
  stray(place: TextPosition): void;
}

/** Where the text ended. */
export interface ScanEnd extends TextPosition {
  /** An entry can have been there: `log.entries` began. */
  readonly found: boolean;
  /** The last `log.entries` was closed. */
  readonly closed: boolean;
  /** Everything that was opened was closed. */
  readonly whole: boolean;
}

/** Cuts a HAR into its entries by brackets alone; the text may come in pieces and may be cut off. */
export interface Scanner {
  push(chunk: string): void;
  end(): ScanEnd;
}
