import type { ClockShift } from '../http/clock-shift.ts';
import type { Exchange } from '../http/exchange.ts';
import { clockEvidence } from './clock-evidence.ts';
import { clockGap } from './clock-gap.ts';
import { estimateClocks, type SourceClock } from './clocks.ts';
import { areTwins, mergeTwins } from './same-exchange.ts';
import type { MergedExchange, MergedSources } from './sources.ts';
import { traceOf } from './trace.ts';

/** Aligns the clocks and merges what several recorders saw; a pure function of the set. */
export function mergeSources(
  exchanges: readonly Exchange[],
  names: ReadonlyMap<number, string>,
): MergedSources {
  const ordered = [...exchanges].sort(byPlace);
  const sources = [...new Set(ordered.map(({ source }) => source))];
  const browser = ordered.find(isDocument);
  const reference = browser?.source ?? sources[0] ?? 0;
  const clocks = estimateClocks(sources, reference, clockEvidence(ordered.map(traceOf)));
  const shifts = new Map(clocks.map((clock) => [clock.source, widened(clock)]));
  const first = ordered.filter(({ source }) => source === reference);
  const rest = ordered.filter(({ source }) => source !== reference);
  return {
    shifts,
    exchanges: mergeAll([...first, ...rest], shifts).map(finished),
    gaps: clocks.flatMap(
      (clock) => clockGap(clock, { reference, byBrowser: browser !== undefined, names }) ?? [],
    ),
  };
}

const SECOND = 1_000;

/**
 * Rounds the bounds to the second. Exact bounds would move with each new exchange, and the verdicts
 * with them.
 */
function widened({ shift, least, most }: SourceClock): ClockShift {
  return {
    shift,
    least: Math.floor(least / SECOND) * SECOND,
    most: Math.ceil(most / SECOND) * SECOND,
  };
}

function byPlace(a: Exchange, b: Exchange): number {
  return a.source - b.source || a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
}

function isDocument({ destination }: Exchange): boolean {
  return destination === 'document' || destination === 'iframe';
}

interface Draft {
  readonly parts: Exchange[];
  readonly clock: ClockShift | null;
}

/** An exchange is compared with at most this many repetitions of the same request. */
const MAX_COMPARED = 50;

function mergeAll(
  ordered: readonly Exchange[],
  shifts: ReadonlyMap<number, ClockShift>,
): readonly Draft[] {
  const drafts: Draft[] = [];
  const alike = new Map<string, Draft[]>();
  const firsts = new Map<string, number>();
  for (const exchange of ordered) {
    const name = traceOf(exchange).fingerprint;
    const candidates = alike.get(name) ?? [];
    const place = `${exchange.source} ${name}`;
    const skipped = firsts.get(place) ?? 0;
    const shift = shifts.get(exchange.source) ?? null;
    const index = candidates
      .slice(skipped, skipped + MAX_COMPARED)
      .findIndex((draft) => isSame(draft, exchange, shift));
    const found = index < 0 ? undefined : candidates[skipped + index];
    if (found) {
      found.parts.push(exchange);
      firsts.set(place, skipped + index + 1);
      continue;
    }
    const draft = { parts: [exchange], clock: shift };
    drafts.push(draft);
    if (candidates.length === 0) alike.set(name, candidates);
    candidates.push(draft);
  }
  return drafts;
}

/**
 * Recorders stamp one exchange at different moments; the stamps differ by up to this, in
 * milliseconds.
 */
const SLACK = 1_000;

function isSame({ parts, clock }: Draft, exchange: Exchange, shift: ClockShift | null): boolean {
  const [first] = parts;
  if (!first || parts.some((part) => !areTwins(part, exchange))) return false;
  const start = first.startedAt + (clock?.shift ?? 0);
  const other = exchange.startedAt + (shift?.shift ?? 0);
  const apart = Math.max(
    other - start - (first.duration ?? 0),
    start - other - (exchange.duration ?? 0),
  );
  return apart <= SLACK + spreadOf(clock) + spreadOf(shift);
}

const MAX_SPREAD = 5_000;

function spreadOf(clock: ClockShift | null): number {
  return clock ? Math.min(MAX_SPREAD, clock.most - clock.least) : 0;
}

function finished({ parts, clock }: Draft): MergedExchange {
  return {
    parts,
    clock,
    // What the parts show together, by the reference's clock.
    make: () => {
      const whole = parts.reduce(mergeTwins);
      return clock ? { ...whole, startedAt: whole.startedAt + clock.shift, clock } : whole;
    },
  };
}
