import { BACKSLASH, ENTITY, type Layer, PACKINGS, PERCENT } from './layers.ts';

/** A text as it reads with some encodings taken off, and where each of its characters came from. */
export interface View {
  readonly text: string;
  /** Where the characters begin and end in the original text; null when nothing moved. */
  readonly origins: { readonly from: readonly number[]; readonly to: readonly number[] } | null;
  /** Decoded from what may have been no encoding at all: short words in it mean nothing. */
  readonly packed: boolean;
}

/** Layers as they lie on each other in recordings and reports, outermost first. */
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

/** The text itself and every other way to read it; ways that change nothing are left out. */
export function* viewsOf(text: string): Generator<View> {
  const seen = new Set<string>();
  for (const stack of ESCAPES) {
    const view = stack.reduce<View>(peel, { text, origins: null, packed: false });
    if (seen.has(view.text)) continue;
    seen.add(view.text);
    yield view;
    for (const layer of PACKINGS) {
      const unpacked = peel(view, layer);
      if (unpacked.text === '') continue;
      yield unpacked;
      // What was packed may have been escaped before.
      const plain = peel(unpacked, PERCENT);
      if (plain !== unpacked) yield plain;
    }
  }
}

/** Where a part of a view stands in the original text. */
export function originOf(
  { origins }: View,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  if (!origins) return { start, end };
  return { start: origins.from[start] ?? start, end: origins.to[end - 1] ?? end };
}

function peel(view: View, { pattern, units, packs }: Layer): View {
  const pieces: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const add = (piece: string, start: number, end: number): void => {
    const origin = originOf(view, start, end);
    pieces.push(piece);
    for (let index = 0; index < piece.length; index += 1) {
      from.push(origin.start);
      to.push(origin.end);
    }
  };
  const keep = (start: number, end: number): void => {
    pieces.push(view.text.slice(start, end));
    for (let index = start; index < end; index += 1) {
      const origin = originOf(view, index, index + 1);
      from.push(origin.start);
      to.push(origin.end);
    }
  };
  let done = 0;
  for (const { 0: run, index: start } of view.text.matchAll(pattern)) {
    if (packs) add('\n', start, start + 1);
    else keep(done, start);
    for (const [text, first, last] of units(run)) add(text, start + first, start + last);
    done = start + run.length;
  }
  if (done === 0 && !packs) return view;
  if (!packs) keep(done, view.text.length);
  return { text: pieces.join(''), origins: { from, to }, packed: view.packed || packs };
}
