import { withoutRepetitions } from './distinct-parts.ts';
import { Reader } from './reader.ts';
import { isSought, type Places, type SoughtValue } from './sought.ts';
import { addPieces, placesOf } from './value-pieces.ts';
import { Windows } from './windows.ts';

/** The share of a search that reading takes. */
export const READING = 0.8;

/** A value that texts can show, and where. */
export interface SeenValue {
  readonly sought: SoughtValue;
  readonly places: Places;
}

/**
 * Reads texts once in all encodings, to find the values that they can show at all. These are few, and
 * only they have to be written in all encodings. What is left out is certainly in none of the texts.
 * Yields the share of the search that is done.
 */
export function* seenValues(
  texts: readonly { readonly text: string }[],
  values: readonly SoughtValue[],
): Generator<number, readonly SeenValue[]> {
  const windows = new Windows();
  const all = values
    .filter(isSought)
    .map((sought) => ({ sought, pieces: addPieces(sought, windows) }));
  if (all.length === 0) return [];
  windows.build();
  yield 0;
  const total = texts.reduce((sum, { text }) => sum + text.length, 0);
  const reader = new Reader(windows, total);
  let before = 0;
  for (const { text } of texts) {
    let share = before / total;
    const steps = withoutRepetitions(text);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield READING * share;
    const distinct = step.value;
    for (const read of reader.read(distinct)) {
      share = (before + (read / distinct.length) * text.length) / total;
      yield READING * share;
    }
    before += text.length;
  }
  return all
    .map(({ sought, pieces }) => ({ sought, places: placesOf(pieces, windows) }))
    .filter(({ places }) => (places.value | places.start | places.end) !== 0);
}
