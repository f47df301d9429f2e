import type { Reach } from './reach.ts';

/** A text that shows a value. */
export interface Pattern {
  readonly text: string;
  /** Counts only if no letter or digit is next to it. */
  readonly bounded: boolean;
}

const CONTROLS = /[\u0000-\u001F\u007F-\u009F]+/g;

/** The forms of a value after decoding (see `readingsOf`). */
export function patternsOf(value: string, reach: Exclude<Reach, 'place'>): readonly Pattern[] {
  const spelled = new Set([
    value,
    // URL standard, "application/x-www-form-urlencoded".
    value.replaceAll(' ', '+'),
    // The form that findings quote.
    value.replace(CONTROLS, ' '),
  ]);
  return [...spelled].map((text) => ({ text, bounded: reach === 'word' }));
}
