import { BACKSLASH, ENTITY, type Layer, PACKINGS, PERCENT } from './layers.ts';

/** A text after some decoding, with the origin of each of its characters. */
export interface Reading {
  readonly text: string;
  /** Where the characters begin and end in the original text. Null when nothing moved. */
  readonly origins: { readonly from: readonly number[]; readonly to: readonly number[] } | null;
  /**
   * Whether it was decoded from text that may not be an encoding. Short words in it mean nothing.
   */
  readonly packed: boolean;
}

/** The layers of encoding in recordings and reports, outermost first. */
const ESCAPES: readonly (readonly Layer[])[] = [
  [],
  [PERCENT],
  [PERCENT, PERCENT],
  [BACKSLASH],
  [BACKSLASH, BACKSLASH],
  [ENTITY],
  [BACKSLASH, PERCENT],
  [BACKSLASH, PERCENT, PERCENT],
  [BACKSLASH, ENTITY],
  [ENTITY, PERCENT],
  [ENTITY, BACKSLASH],
  [PERCENT, BACKSLASH],
];

/** The text and all its decoded forms that differ. */
export function* readingsOf(text: string): Generator<Reading> {
  const seen = new Set<string>();
  for (const stack of ESCAPES) {
    const reading = stack.reduce<Reading>(peel, { text, origins: null, packed: false });
    if (seen.has(reading.text)) continue;
    seen.add(reading.text);
    yield reading;
    for (const layer of PACKINGS) {
      const unpacked = peel(reading, layer);
      if (unpacked.text === '') continue;
      yield unpacked;
      // Packed text may have been escaped before.
      const plain = peel(unpacked, PERCENT);
      if (plain !== unpacked) yield plain;
    }
  }
}

/** The place of a part of a reading in the original text. */
export function originOf(
  { origins }: Reading,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  if (!origins) return { start, end };
  return { start: origins.from[start] ?? start, end: origins.to[end - 1] ?? end };
}

function peel(reading: Reading, { pattern, units, packs }: Layer): Reading {
  const pieces: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const add = (piece: string, start: number, end: number): void => {
    const origin = originOf(reading, start, end);
    pieces.push(piece);
    for (let index = 0; index < piece.length; index += 1) {
      from.push(origin.start);
      to.push(origin.end);
    }
  };
  const keep = (start: number, end: number): void => {
    pieces.push(reading.text.slice(start, end));
    for (let index = start; index < end; index += 1) {
      const origin = originOf(reading, index, index + 1);
      from.push(origin.start);
      to.push(origin.end);
    }
  };
  let done = 0;
  for (const { 0: run, index: start } of reading.text.matchAll(pattern)) {
    if (packs) add('\n', start, start + 1);
    else keep(done, start);
    for (const [text, first, last] of units(run)) add(text, start + first, start + last);
    done = start + run.length;
  }
  if (done === 0 && !packs) return reading;
  if (!packs) keep(done, reading.text.length);
  return { text: pieces.join(''), origins: { from, to }, packed: reading.packed || packs };
}
