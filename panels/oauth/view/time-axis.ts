import type { TimeSpan, TimeSpent } from '../../../src/conclusion/where-time-went.ts';

/** Positions of moments on one axis, in percent. Long times without a request are shortened. */
export interface TimeAxis {
  at(moment: number): number;
  /** What was shortened, in order. */
  readonly breaks: readonly TimeSpan[];
}

/** Shorter times keep their length, in milliseconds. */
const SHORTEST = 1_000;
/** A time without a request is long from this part of all other time on. */
const LONG = 0.4;
/** The part of all other time that a shortened one gets at most. */
const SHOWN = 0.12;

interface Piece {
  readonly from: number;
  readonly to: number;
  /** On the axis, in shown milliseconds. */
  readonly start: number;
  readonly length: number;
}

/** The axis of an attempt. */
export function timeAxis({ from, to, spans }: TimeSpent): TimeAxis {
  const gaps = spans.filter((span) => span.after !== null && span.to - span.from >= SHORTEST);
  const quiet = gaps.reduce((sum, span) => sum + span.to - span.from, 0);
  const rest = Math.max(to - from - quiet, 1);
  const breaks = gaps.filter((span) => span.to - span.from > rest * LONG);
  const shown = rest * Math.min(SHOWN, 1 / (breaks.length + 1));
  const pieces: Piece[] = [];
  let [at, start] = [from, 0];
  const add = (until: number, length: number): void => {
    if (until <= at) return;
    pieces.push({ from: at, to: until, start, length });
    [at, start] = [until, start + length];
  };
  for (const span of breaks) {
    add(span.from, span.from - at);
    add(span.to, shown);
  }
  add(to, to - at);
  return { breaks, at: (moment) => position(moment, pieces, Math.max(start, 1)) };
}

function position(moment: number, pieces: readonly Piece[], whole: number): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.to ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low];
  if (!piece) return 0;
  const part = (moment - piece.from) / (piece.to - piece.from);
  const inside = Math.min(Math.max(part, 0), 1);
  return ((piece.start + inside * piece.length) / whole) * 100;
}
