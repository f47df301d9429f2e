import { keptNumbers } from './kept-characters.ts';
import { END, endsOf, isToken, type Places, type SoughtValue } from './sought.ts';
import { LONG, PACKED, PLAIN, SHORT, type Windows } from './windows.ts';

/** Base64 leaves out a byte that it shares with what is beside it; base64 in base64 two of them. */
const MARGIN = 2;
/** What stands before an escaped digit of base64 can look like a part of it. */
const WIDE_MARGIN = 6;
const LONG_VALUE = 18;
/** A long run of characters has a piece for each so many of them. */
const PER_PIECE = 32;
const MAX_PIECES = 8;

/** Indexes of the pieces that a text must have to show a value or one of its ends. */
export interface ValuePieces {
  readonly plain: readonly number[];
  readonly packed: readonly number[];
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/** Puts pieces of a value into a table. */
export function addPieces(sought: SoughtValue, windows: Windows): ValuePieces {
  const { value } = sought;
  const { length } = value;
  const front = length < LONG_VALUE ? MARGIN : WIDE_MARGIN;
  const plain = piecesIn(value, 0, length, windows);
  // Base64 hides a token together with its name, so that the token has no end of what is hidden.
  const inner = isToken(sought) ? [] : piecesIn(value, front, length - MARGIN, windows);
  // A short name has no piece without its ends: they are there unless a run of digits is cut off in them.
  const packed = inner.length > 0 ? inner : plain;
  const ends = endsOf(sought);
  const start = ends.start ? piecesIn(value, MARGIN, END - MARGIN, windows) : [];
  const end = ends.end ? piecesIn(value, length - END + MARGIN, length - MARGIN, windows) : [];
  return { plain, packed, start, end };
}

/** Adds pieces of the first two and the last two runs of characters that no escape changes. */
function piecesIn(value: string, from: number, to: number, windows: Windows): readonly number[] {
  return keptRuns(value, from, to).flatMap(([start, end]) => {
    const width = Math.min(LONG, end - start);
    const last = end - start - width;
    const steps = last === 0 ? 0 : Math.min(MAX_PIECES, 1 + Math.floor(last / PER_PIECE));
    return Array.from({ length: steps + 1 }, (_, step) =>
      windows.add(value, start + Math.floor((last * step) / Math.max(1, steps)), width),
    );
  });
}

type Run = readonly [from: number, to: number];

function keptRuns(value: string, from: number, to: number): readonly Run[] {
  const numbers = keptNumbers();
  const runs: Run[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && numbers[value.charCodeAt(at)] !== 0) continue;
    if (at - start >= SHORT) {
      if (runs.length === 4) runs.splice(2, 1);
      runs.push([start, at]);
    }
    start = at + 1;
  }
  return runs;
}

/**
 * Where texts that were read can show a value and its ends. A value without pieces can be anywhere; an
 * end without pieces is not random.
 */
export function placesOf({ plain, packed, start, end }: ValuePieces, windows: Windows): Places {
  const seen = (pieces: readonly number[]): number =>
    pieces.reduce((places, piece) => places & windows.seen(piece), PLAIN | PACKED);
  return {
    value: (seen(plain) & PLAIN) | (seen(packed) & PACKED),
    start: start.length > 0 ? seen(start) : 0,
    end: end.length > 0 ? seen(end) : 0,
  };
}
