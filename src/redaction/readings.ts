import { type Units, unescapedOnce, unquoted } from './layers.ts';

/** A text after some decoding, and where its characters stand in the original text. */
export interface Reading {
  readonly text: string;
  /** Where the character at an index begins. */
  readonly from: (index: number) => number;
  /** Where the character at an index ends. */
  readonly to: (index: number) => number;
  /**
   * Whether it was decoded from text that may not be an encoding. Short words in it mean nothing.
   */
  readonly packed: boolean;
}

/** Escapes inside escapes are undone so often. */
const MAX_PASSES = 4;

/** The text as it is. */
export function plainReading(text: string): Reading {
  return { text, from: (index) => index, to: (index) => index + 1, packed: false };
}

/**
 * The reading, and what it says without its escapes, once, twice and so on: each pass undoes one
 * level of percent-encoding, backslashes and character references alike.
 */
export function* unescapedReadings(reading: Reading): Generator<Reading> {
  for (const pass of passes(reading)) {
    yield pass;
    const joined = applied(pass, unquoted);
    if (joined !== null) yield* passes(joined);
  }
}

function* passes(reading: Reading): Generator<Reading> {
  let next: Reading | null = reading;
  for (let pass = 0; next !== null && pass <= MAX_PASSES; pass += 1) {
    yield next;
    next = applied(next, unescapedOnce);
  }
}

function applied(reading: Reading, undo: (text: string) => Units | null): Reading | null {
  const units = undo(reading.text);
  if (units === null || units.text === reading.text) return null;
  const place = placesOf(units);
  return {
    text: units.text,
    packed: reading.packed,
    from: (index) => reading.from(place(index)[0]),
    to: (index) => reading.to(place(index)[1] - 1),
  };
}

/** Where a character of the decoded text stood; between two units the text is unchanged. */
function placesOf({ at, size, from, to }: Units): (index: number) => readonly [number, number] {
  return (index) => {
    let low = 0;
    let high = at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((at[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    const unit = low - 1;
    if (unit < 0) return [index, index + 1];
    const after = index - (at[unit] ?? 0) - (size[unit] ?? 0);
    const end = to[unit] ?? 0;
    return after < 0 ? [from[unit] ?? 0, end] : [end + after, end + after + 1];
  };
}
