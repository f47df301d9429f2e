import type { ClockShift } from '../http/clock-shift.ts';

/** A condition on two clocks: shift of `source` - shift of `against` <= `most`. */
export interface ClockLimit {
  readonly source: number;
  readonly against: number;
  /** Milliseconds. */
  readonly most: number;
}

/** The clock of one source, compared with the reference's. */
export interface SourceClock extends ClockShift {
  readonly source: number;
  /** How many limits there are, and how many of them the shift breaks. */
  readonly limits: number;
  readonly broken: number;
}

const REFERENCE: ClockShift = { shift: 0, least: 0, most: 0 };

/** Clocks that NTP keeps differ by less than this, so the smallest shift is the likeliest. */
const SMALL = 1_000;
/** The middle of wider bounds says nothing. */
const NARROW = 60_000;

/** Limits are certain. Hints are likely, and decide only within narrow bounds. */
export interface ClockEvidence {
  readonly limits: readonly ClockLimit[];
  readonly hints: readonly ClockLimit[];
}

/**
 * Finds, for every source but the reference, the shift that matches most limits. When the times
 * match as recorded, it is zero. Otherwise it is the middle of narrow bounds, or the smallest shift
 * that matches.
 */
export function estimateClocks(
  sources: readonly number[],
  reference: number,
  { limits, hints }: ClockEvidence,
): readonly SourceClock[] {
  const placed = new Map<number, ClockShift>([[reference, REFERENCE]]);
  const open = new Set(sources.filter((source) => source !== reference));
  const clocks: SourceClock[] = [];
  while (open.size > 0) {
    const source = bestKnown(open, placed, limits);
    open.delete(source);
    const clock = estimate(boundsOf(source, placed, limits), boundsOf(source, placed, hints));
    placed.set(source, clock);
    clocks.push({ source, ...clock });
  }
  return clocks.sort((a, b) => a.source - b.source);
}

/** The source with the most limits against the sources that are placed; the first one on a tie. */
function bestKnown(
  open: ReadonlySet<number>,
  placed: ReadonlyMap<number, ClockShift>,
  limits: readonly ClockLimit[],
): number {
  const counts = new Map([...open].sort((a, b) => a - b).map((source) => [source, 0]));
  for (const { source, against } of limits) {
    for (const [one, other] of [
      [source, against],
      [against, source],
    ] as const) {
      if (placed.has(other) && counts.has(one)) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort(([, a], [, b]) => b - a);
  return ranked[0]?.[0] ?? 0;
}

interface Bounds {
  /** Ascending. */
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  /** Uncertainty of the clocks that it was compared with. */
  readonly spread: number;
}

function boundsOf(
  source: number,
  placed: ReadonlyMap<number, ClockShift>,
  limits: readonly ClockLimit[],
): Bounds {
  const lows: number[] = [];
  const highs: number[] = [];
  let spread = 0;
  for (const { source: one, against, most } of limits) {
    const other = one === source ? against : against === source ? one : null;
    const clock = other === null ? undefined : placed.get(other);
    if (!clock) continue;
    if (one === source) highs.push(most + clock.shift);
    else lows.push(clock.shift - most);
    spread = Math.max(spread, clock.shift - clock.least, clock.most - clock.shift);
  }
  const ascending = (a: number, b: number): number => a - b;
  return { lows: lows.sort(ascending), highs: highs.sort(ascending), spread };
}

function estimate(certain: Bounds, likely: Bounds): Omit<SourceClock, 'source'> {
  const { low, high, count } = bestRange(certain, ANYWHERE, 0);
  const limits = certain.lows.length + certain.highs.length;
  return {
    shift: within({ low, high }, likely),
    least: low - certain.spread,
    most: high + certain.spread,
    limits,
    broken: limits - count,
  };
}

interface Range {
  readonly low: number;
  readonly high: number;
}

const ANYWHERE: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/**
 * The shifts inside a range that match most bounds. Of several such ranges, the nearest to a given
 * shift.
 */
function bestRange(
  { lows, highs }: Bounds,
  { low, high }: Range,
  near: number,
): Range & { readonly count: number } {
  const fits = (shift: number): number =>
    countUpTo(lows, shift) + highs.length - countBelow(highs, shift);
  let best = near;
  let count = fits(near);
  for (const shift of [...lows, ...highs]) {
    if (shift < low || shift > high) continue;
    const fitting = fits(shift);
    if (fitting < count || (fitting === count && !isNearer(shift, best, near))) continue;
    best = shift;
    count = fitting;
  }
  return {
    low: Math.max(low, lows[countUpTo(lows, best) - 1] ?? low),
    high: Math.min(high, highs[countBelow(highs, best)] ?? high),
    count,
  };
}

function isNearer(a: number, b: number, to: number): boolean {
  const [one, other] = [Math.abs(a - to), Math.abs(b - to)];
  return one < other || (one === other && a < b);
}

/** A shift between two bounds, one of which may be infinite. */
function within({ low, high }: Range, likely: Bounds): number {
  if (low <= 0 && high >= 0) return 0;
  const nearest = low > 0 ? low : high;
  if (high - low > NARROW || Math.abs(nearest) < SMALL) return nearest;
  const better = bestRange(likely, { low, high }, (low + high) / 2);
  return roundest(better);
}

const GRAINS = [100, 10, 1] as const;

/**
 * A round number near the middle, so that it stays the same while more evidence narrows the bounds.
 */
function roundest({ low, high }: Range): number {
  const middle = (low + high) / 2;
  const round = GRAINS.map((grain) => Math.round(middle / grain) * grain);
  return round.find((shift) => shift >= low && shift <= high) ?? middle;
}

/** How many of the ascending values are at most this. */
function countUpTo(values: readonly number[], limit: number): number {
  return partition(values, (value) => value <= limit);
}

/** How many of the ascending values are below this. */
function countBelow(values: readonly number[], limit: number): number {
  return partition(values, (value) => value < limit);
}

function partition(values: readonly number[], isBefore: (value: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(values[middle] ?? Number.POSITIVE_INFINITY)) low = middle + 1;
    else high = middle;
  }
  return low;
}
