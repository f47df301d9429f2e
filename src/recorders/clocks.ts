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
  const placed = new Map<number, ClockShift>();
  const certain = limitsBySource(limits);
  const likely = limitsBySource(hints);
  /** For each source that is not placed yet, how many limits it has against those that are. */
  const open = new Map(sources.toSorted((a, b) => a - b).map((source) => [source, 0]));
  const place = (source: number, clock: ClockShift): void => {
    placed.set(source, clock);
    open.delete(source);
    for (const limit of certain.get(source) ?? []) {
      const other = otherOf(limit, source);
      const count = open.get(other);
      if (count !== undefined) open.set(other, count + 1);
    }
  };
  place(reference, REFERENCE);
  const clocks: SourceClock[] = [];
  while (open.size > 0) {
    const source = bestKnown(open);
    const boundsIn = (all: LimitsBySource): Bounds =>
      boundsOf(source, placed, all.get(source) ?? []);
    const clock = estimate(boundsIn(certain), boundsIn(likely));
    place(source, clock);
    clocks.push({ source, ...clock });
  }
  return clocks.sort((a, b) => a.source - b.source);
}

type LimitsBySource = ReadonlyMap<number, readonly ClockLimit[]>;

/** The limits under both sources that each of them is about. */
function limitsBySource(limits: readonly ClockLimit[]): LimitsBySource {
  const all = new Map<number, ClockLimit[]>();
  for (const limit of limits) {
    for (const source of [limit.source, limit.against]) {
      const known = all.get(source);
      if (known) known.push(limit);
      else all.set(source, [limit]);
    }
  }
  return all;
}

function otherOf({ source, against }: ClockLimit, one: number): number {
  return source === one ? against : source;
}

/** The source with the most limits against the sources that are placed; the first one on a tie. */
function bestKnown(open: ReadonlyMap<number, number>): number {
  let best: number | null = null;
  let most = -1;
  for (const [source, count] of open) {
    if (count <= most) continue;
    best = source;
    most = count;
  }
  return best ?? 0;
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
  for (const limit of limits) {
    const clock = placed.get(otherOf(limit, source));
    if (!clock) continue;
    const { most } = limit;
    if (limit.source === source) highs.push(most + clock.shift);
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
