import type { ClockShift, Exchange } from '../http/exchange.ts';
import { clockEvidence } from './clock-evidence.ts';
import { estimateClocks, type SourceClock } from './clocks.ts';
import { areTwins, fingerprint, mergeTwins } from './same-exchange.ts';
import { traceOf } from './trace.ts';

/** The exchanges of several recorders as one recording by one clock. */
export interface MergedSources {
  /** The source whose clock counts. */
  readonly reference: number;
  /** Whether that is a browser's. */
  readonly byBrowser: boolean;
  readonly clocks: readonly SourceClock[];
  /** What each of them is made of: itself, and the same exchange as other recorders saw it. */
  readonly exchanges: readonly MergedExchange[];
}

export interface MergedExchange {
  readonly parts: readonly Exchange[];
  readonly clock: ClockShift | null;
}

/** Aligns the clocks and puts together what several recorders saw; a pure function of the set. */
export function mergeSources(exchanges: readonly Exchange[]): MergedSources {
  const ordered = [...exchanges].sort(byPlace);
  const sources = [...new Set(ordered.map(({ source }) => source))];
  const browser = ordered.find(isDocument);
  const reference = browser?.source ?? sources[0] ?? 0;
  const clocks = estimateClocks(sources, reference, clockEvidence(ordered.map(traceOf)));
  const shifts = new Map(clocks.map((clock) => [clock.source, clock]));
  const first = ordered.filter(({ source }) => source === reference);
  const rest = ordered.filter(({ source }) => source !== reference);
  return {
    reference,
    byBrowser: browser !== undefined,
    clocks,
    exchanges: mergeAll([...first, ...rest], shifts),
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

/** Of what is repeated, an exchange is compared with so many. */
const MAX_COMPARED = 50;

function mergeAll(
  ordered: readonly Exchange[],
  shifts: ReadonlyMap<number, ClockShift>,
): readonly MergedExchange[] {
  const drafts: Draft[] = [];
  const alike = new Map<string, Draft[]>();
  const firsts = new Map<string, number>();
  for (const exchange of ordered) {
    const name = fingerprint(exchange);
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

/** Recorders stamp one exchange at different moments of it, in milliseconds. */
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

/** What the parts say together, by the reference's clock. */
export function mergedExchange({ parts, clock }: MergedExchange): Exchange {
  const whole = parts.reduce(mergeTwins);
  if (!clock) return whole;
  const { shift, least, most } = clock;
  return { ...whole, startedAt: whole.startedAt + shift, clock: { shift, least, most } };
}
