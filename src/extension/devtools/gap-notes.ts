import type { Gap } from '../../http/exchange.ts';

const MAX_GAPS = 500;
/** A state that lasts is told again after this many milliseconds. */
const STATE_SPAN = 60_000;

/** The gaps of a recording. */
export class GapNotes {
  #gaps: readonly Gap[] = [];

  get all(): readonly Gap[] {
    return this.#gaps;
  }

  /** Adds a gap. False when it is known. Two losses with the same words are two gaps. */
  add(gap: Gap): boolean {
    return this.#add(gap, ({ at }) => at === gap.at);
  }

  /** Adds a state that is noticed again and again while it lasts. False when it was told just now. */
  addState(gap: Gap): boolean {
    return this.#add(gap, ({ at }) => Math.abs((at ?? 0) - (gap.at ?? 0)) < STATE_SPAN);
  }

  #add(gap: Gap, isSame: (known: Gap) => boolean): boolean {
    const known = this.#gaps.some(
      (one) => one.kind === gap.kind && one.text === gap.text && isSame(one),
    );
    if (!known) this.#gaps = [...this.#gaps.slice(1 - MAX_GAPS), gap];
    return !known;
  }

  /** Forgets what happened before, and what has no moment. */
  dropBefore(moment: number): void {
    this.#gaps = this.#gaps.filter(({ at }) => at !== null && at >= moment);
  }

  clear(): void {
    this.#gaps = [];
  }

  /** Brings back what was cleared. */
  restore(gaps: readonly Gap[]): void {
    this.#gaps = [...gaps, ...this.#gaps];
  }
}
