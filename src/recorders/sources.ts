import type { Correlator } from '../correlation/correlator.ts';
import type { ClockShift } from '../http/clock-shift.ts';
import type { Exchange, Gap } from '../http/exchange.ts';

/** The exchanges of several recorders as one recording by one clock. */
export interface MergedSources {
  readonly exchanges: readonly MergedExchange[];
  /** Shift of each source but the reference. */
  readonly shifts: ReadonlyMap<number, ClockShift>;
  /** Gaps about the clocks. */
  readonly gaps: readonly Gap[];
}

/** An exchange as it is, or merged from what several recorders saw. */
export interface MergedExchange {
  readonly parts: readonly Exchange[];
  readonly clock: ClockShift | null;
  make(): Exchange;
}

/**
 * Merges the sources; a pure function of the set. It is passed in because few recordings need it.
 */
export type MergeSources = (
  exchanges: readonly Exchange[],
  names: ReadonlyMap<number, string>,
) => MergedSources;

interface Passed {
  readonly parts: readonly Exchange[];
  readonly clock: ClockShift | null;
}

/**
 * Combines what several recorders saw into one recording for the correlator. With one source,
 * everything passes at once. With more, `settle` decides what is passed on.
 */
export class Sources {
  readonly #correlator: Correlator;
  readonly #names = new Map<number, string>();
  readonly #seen = new Set<number>();
  /** The exchanges as recorded; kept only while there are several sources. */
  readonly #recorded = new Map<string, Exchange>();
  #passed = new Map<string, Passed>();
  #stale = false;
  #gaps: readonly Gap[] = [];
  #shifts: ReadonlyMap<number, number> = new Map();

  #merge: MergeSources | null = null;

  constructor(correlator: Correlator) {
    this.#correlator = correlator;
  }

  /** Forgets the exchanges and continues with another correlator and the same sources. */
  restart(correlator: Correlator): Sources {
    const next = new Sources(correlator);
    for (const [source, name] of this.#names) next.#names.set(source, name);
    next.#merge = this.#merge;
    return next;
  }

  /**
   * Sets the name of a source and how sources are merged; call it before its exchanges are added.
   */
  announce(source: number, name: string, merge: MergeSources): void {
    this.#names.set(source, name);
    this.#merge = merge;
  }

  /** Gaps about the clocks, as of the last `settle`. */
  get gaps(): readonly Gap[] {
    return this.#gaps;
  }

  /** What was added to the times of each source, as of the last `settle`; milliseconds. */
  get shifts(): ReadonlyMap<number, number> {
    return this.#shifts;
  }

  add(exchange: Exchange): void {
    this.#seen.add(exchange.source);
    if (this.#seen.size === 1 || !this.#merge) {
      this.#noteClock(exchange);
      this.#correlator.add(exchange);
      return;
    }
    if (this.#recorded.size === 0) this.#takeOver();
    this.#recorded.set(exchange.id, exchange);
    this.#stale = true;
  }

  remove(id: string): void {
    if (this.#recorded.delete(id)) this.#stale = true;
    else this.#correlator.remove(id);
  }

  /** Passes on what changed since the last call. */
  settle(): void {
    if (!this.#stale || !this.#merge) return;
    this.#stale = false;
    const merged = this.#merge([...this.#recorded.values()], this.#names);
    const before = this.#passed;
    this.#passed = new Map();
    for (const one of merged.exchanges) this.#pass(one, before);
    for (const id of before.keys()) if (!this.#passed.has(id)) this.#correlator.remove(id);
    this.#gaps = merged.gaps;
    this.#shifts = new Map([...merged.shifts].map(([source, { shift }]) => [source, shift]));
    this.#forget();
  }

  /** The exchange is of a recording that was merged before. */
  #noteClock({ source, clock }: Exchange): void {
    if (clock && this.#shifts.get(source) !== clock.shift)
      this.#shifts = new Map([...this.#shifts, [source, clock.shift]]);
  }

  #takeOver(): void {
    for (const exchange of this.#correlator.exchanges()) {
      this.#recorded.set(exchange.id, exchange);
      this.#passed.set(exchange.id, { parts: [exchange], clock: null });
    }
  }

  #pass({ parts, clock, make }: MergedExchange, before: ReadonlyMap<string, Passed>): void {
    const [first] = parts;
    if (!first) return;
    const known = before.get(first.id);
    this.#passed.set(first.id, { parts, clock });
    if (!known || !isUnchanged(known, { parts, clock })) this.#correlator.add(make());
  }

  /** Drops what the correlator has dropped: it is no longer evidence for the clocks either. */
  #forget(): void {
    for (const [id, { parts }] of this.#passed) {
      if (parts.length > 1 || this.#correlator.holds(id)) continue;
      this.#passed.delete(id);
      this.#recorded.delete(id);
    }
  }
}

function isUnchanged(one: Passed, other: Passed): boolean {
  return (
    one.parts.length === other.parts.length &&
    one.parts.every((part, index) => part === other.parts[index]) &&
    isSameClock(one.clock, other.clock)
  );
}

function isSameClock(one: ClockShift | null, other: ClockShift | null): boolean {
  return one?.shift === other?.shift && one?.least === other?.least && one?.most === other?.most;
}
