import type { ClockShift, Exchange, Gap } from '../http/exchange.ts';
import { clockGap } from './clock-gap.ts';
import type { Correlator } from './correlate.ts';
import { type MergedExchange, mergedExchange, mergeSources } from './merge-sources.ts';

/**
 * Stands before the correlator and makes one recording of what several recorders saw. With one
 * source everything passes at once; with more, what is passed on is settled when it is asked for.
 */
export class Sources {
  readonly #correlator: Correlator;
  readonly #names: ReadonlyMap<number, string>;
  readonly #seen = new Set<number>();
  /** As recorded; kept only while there are several sources. */
  readonly #recorded = new Map<string, Exchange>();
  #passed = new Map<string, { readonly from: MergedExchange; readonly exchange: Exchange }>();
  #stale = false;
  #gaps: readonly Gap[] = [];
  #shifts: ReadonlyMap<number, number> = new Map();

  constructor(correlator: Correlator, names: ReadonlyMap<number, string>) {
    this.#correlator = correlator;
    this.#names = names;
  }

  /** What there is to say of the clocks, as of the last `settle`. */
  get gaps(): readonly Gap[] {
    return this.#gaps;
  }

  /** What was added to the times of each source, as of the last `settle`; milliseconds. */
  get shifts(): ReadonlyMap<number, number> {
    return this.#shifts;
  }

  add(exchange: Exchange): void {
    this.#seen.add(exchange.source);
    if (this.#seen.size === 1) {
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
    if (!this.#stale) return;
    this.#stale = false;
    const merged = mergeSources([...this.#recorded.values()]);
    const before = this.#passed;
    this.#passed = new Map();
    for (const from of merged.exchanges) this.#pass(from, before);
    for (const id of before.keys()) if (!this.#passed.has(id)) this.#correlator.remove(id);
    this.#gaps = merged.clocks.flatMap((clock) => clockGap(clock, merged, this.#names) ?? []);
    this.#shifts = new Map(merged.clocks.map(({ source, shift }) => [source, shift]));
    this.#forget();
  }

  #takeOver(): void {
    for (const exchange of this.#correlator.exchanges()) {
      this.#recorded.set(exchange.id, exchange);
      this.#passed.set(exchange.id, { from: { parts: [exchange], clock: null }, exchange });
    }
  }

  #pass(
    from: MergedExchange,
    before: ReadonlyMap<string, { readonly from: MergedExchange; readonly exchange: Exchange }>,
  ): void {
    const [first] = from.parts;
    if (!first) return;
    const known = before.get(first.id);
    if (known && isUnchanged(known.from, from)) {
      this.#passed.set(first.id, known);
      return;
    }
    const exchange = mergedExchange(from);
    this.#passed.set(first.id, { from, exchange });
    this.#correlator.add(exchange);
  }

  /** What the correlator does not hold shows nothing, of the clocks neither. */
  #forget(): void {
    for (const [id, { from }] of this.#passed) {
      if (from.parts.length > 1 || this.#correlator.holds(id)) continue;
      this.#passed.delete(id);
      this.#recorded.delete(id);
    }
  }
}

function isUnchanged(one: MergedExchange, other: MergedExchange): boolean {
  return (
    one.parts.length === other.parts.length &&
    one.parts.every((part, index) => part === other.parts[index]) &&
    isSameClock(one.clock, other.clock)
  );
}

function isSameClock(one: ClockShift | null, other: ClockShift | null): boolean {
  return one?.shift === other?.shift && one?.least === other?.least && one?.most === other?.most;
}
