import type { ClockShift } from '../http/exchange.ts';

/** What the recording demands of two clocks: shift of `source` - shift of `against` <= `most`. */
export interface ClockLimit {
  readonly source: number;
  readonly against: number;
  /** Milliseconds. */
  readonly most: number;
}

/** The clock of one source against the reference's. */
export interface SourceClock extends ClockShift {
  readonly source: number;
  /** How many limits there are, and how many of them the shift breaks. */
  readonly limits: number;
  readonly broken: number;
}

const REFERENCE: ClockShift = { shift: 0, least: 0, most: 0 };

/** Two clocks that NTP keeps are this close: then the smallest shift is the likeliest. */
const SMALL = 1_000;
/** Within wider bounds their middle says nothing. */
const NARROW = 60_000;

/**
 * Finds for every source but the reference the shift that fits most limits: none when the times as
 * recorded fit, else the middle of narrow bounds, else the smallest shift that does.
 */
export function estimateClocks(
  sources: readonly number[],
  reference: number,
  limits: readonly ClockLimit[],
): readonly SourceClock[] {
  const placed = new Map<number, ClockShift>([[reference, REFERENCE]]);
  const open = new Set(sources.filter((source) => source !== reference));
  const clocks: SourceClock[] = [];
  while (open.size > 0) {
    const source = bestKnown(open, placed, limits);
    open.delete(source);
    const clock = estimate(source, placed, limits);
    placed.set(source, clock);
    clocks.push(clock);
  }
  return clocks.sort((a, b) => a.source - b.source);
}

/** The source with the most limits against those that are placed; of equals the first. */
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
  /** How far the clocks that it was measured against are themselves uncertain. */
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

function estimate(
  source: number,
  placed: ReadonlyMap<number, ClockShift>,
  limits: readonly ClockLimit[],
): SourceClock {
  const { lows, highs, spread } = boundsOf(source, placed, limits);
  const fits = (shift: number): number =>
    countUpTo(lows, shift) + highs.length - countBelow(highs, shift);
  let best = 0;
  let most = fits(0);
  for (const shift of [...lows, ...highs]) {
    const count = fits(shift);
    if (count < most) continue;
    if (count > most || isSmaller(shift, best)) best = shift;
    most = count;
  }
  const low = lows[countUpTo(lows, best) - 1] ?? Number.NEGATIVE_INFINITY;
  const high = highs[countBelow(highs, best)] ?? Number.POSITIVE_INFINITY;
  const total = lows.length + highs.length;
  return {
    source,
    shift: within(low, high),
    least: low - spread,
    most: high + spread,
    limits: total,
    broken: total - most,
  };
}

function isSmaller(a: number, b: number): boolean {
  return Math.abs(a) < Math.abs(b) || (Math.abs(a) === Math.abs(b) && a < b);
}

/** A shift between two bounds of which one may be infinite. */
function within(low: number, high: number): number {
  if (low <= 0 && high >= 0) return 0;
  const nearest = low > 0 ? low : high;
  if (high - low > NARROW || Math.abs(nearest) < SMALL) return nearest;
  return Math.min(high, Math.max(low, Math.round((low + high) / 2)));
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
