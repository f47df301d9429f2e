import type { Reach } from './reach.ts';

/** A text that shows a value. */
export interface Pattern {
  readonly text: string;
  /** Counts only where no letter or digit stands next to it. */
  readonly bounded: boolean;
}

const CONTROLS = /[\u0000-\u001F\u007F-\u009F]+/g;

/** What a value reads like once encodings are taken off (see `readingsOf`). */
export function patternsOf(value: string, reach: Exclude<Reach, 'place'>): readonly Pattern[] {
  const spelled = new Set([
    value,
    // URL standard, "application/x-www-form-urlencoded".
    value.replaceAll(' ', '+'),
    // As findings quote it.
    value.replace(CONTROLS, ' '),
  ]);
  return [...spelled].map((text) => ({ text, bounded: reach === 'word' }));
}
