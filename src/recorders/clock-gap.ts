import type { Gap } from '../http/exchange.ts';
import type { SourceClock } from './clocks.ts';

/** Two good clocks can differ by up to this, in milliseconds. */
const WORTH_SAYING = 1_000;
/** A shift that is known more exactly than this is reported without its bounds. */
const EXACT = 2_000;

interface Recording {
  /** The source whose clock counts. */
  readonly reference: number;
  /** Whether the reference is a browser. */
  readonly byBrowser: boolean;
  /** Names of the sources, by their index. */
  readonly names: ReadonlyMap<number, string>;
}

/**
 * Returns a gap that says how far a source's times were shifted, and how certain that is. Null when
 * they were not.
 */
export function clockGap(
  clock: SourceClock,
  { reference, byBrowser, names }: Recording,
): Gap | null {
  const { source, shift, limits, broken } = clock;
  if (Math.abs(shift) < WORTH_SAYING && broken === 0) return null;
  const nameOf = (one: number): string => names.get(one) ?? `recording ${one + 1}`;
  const whose = byBrowser ? 'the browser’s' : `that of ${nameOf(reference)}`;
  const contradiction =
    broken > 0
      ? ` What it shows contradicts itself in ${broken} of ${limits} comparisons: the order of its messages may be wrong.`
      : '';
  const text =
    shift === 0
      ? `The clock of ${nameOf(source)} does not match ${whose}, and no shift would match better.${contradiction}`
      : `The clock of ${nameOf(source)} runs ${amount(clock)} ${shift > 0 ? 'behind' : 'ahead of'} ${whose}; its times were shifted.${contradiction}`;
  return { kind: 'clock', at: null, text };
}

function amount({ shift, least, most }: SourceClock): string {
  const [low, high] = shift > 0 ? [least, most] : [-most, -least];
  const exact = clockSpan(shift);
  if (high - low <= EXACT) return exact;
  if (!Number.isFinite(high)) return `at least ${exact}`;
  return `${exact} (between ${clockSpan(low)} and ${clockSpan(high)})`;
}

const UNITS = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const;

/** Formats with two units of time at most: `12 min 4 s`. */
function clockSpan(milliseconds: number): string {
  let seconds = Math.round(Math.abs(milliseconds) / 1_000);
  const parts: string[] = [];
  for (const [length, unit] of UNITS) {
    const count = Math.floor(seconds / length);
    seconds -= count * length;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ') || '0 s';
}
