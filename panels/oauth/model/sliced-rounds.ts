import { breathe } from '../../../src/http/pace.ts';
import type { Steps } from '../../../src/http/stepwise.ts';

/** Changes within this many milliseconds are shown at once. */
const BATCH = 50;
/** Milliseconds of work after which judging is dear. Then it is done at most once in `RARELY`. */
const DEAR = 25;
const RARELY = 500;
/** Milliseconds of work in one task. */
const SLICE = 12;
/** Nobody sees a hidden panel, and its browser gives it few tasks. */
const HIDDEN_SLICE = 200;

/** What is done again and again. */
interface Round<Result> {
  begin(): Steps<Result | null>;
  show(result: Result): void;
  /** Whether the last round left something that the next one takes at once. */
  isDue(): boolean;
  /** Called when nothing is left to do. */
  onIdle(): void;
  /** Called with what was thrown. The round ends. */
  onError(error: unknown): void;
}

/**
 * Runs rounds of work in short tasks, so that a page stays responsive. How long the next round waits
 * follows from what the last one cost.
 */
export class SlicedRounds<Result> {
  readonly #of: Round<Result>;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #open: Steps<Result | null> | null = null;
  /** The result of a finished round. It is shown in a task of its own. */
  #ready: { readonly result: Result | null } | null = null;
  /** Whether something has changed since the last round began. */
  #isBehind = false;
  #beganAt = 0;
  /** Milliseconds that the round has taken so far. */
  #cost = 0;

  constructor(round: Round<Result>) {
    this.#of = round;
  }

  /** Something has changed that the next round shows. */
  note(): void {
    this.#isBehind = true;
    this.#schedule(this.#pause());
  }

  /** Ends the round that is under way, without a result. */
  drop(): void {
    this.#open = null;
    this.#ready = null;
  }

  /** Finishes the round that is under way, and another one for what has changed since. */
  finish(): void {
    this.#stopTimer();
    this.#isBehind = true;
    while (this.#hasWork()) this.#advance(Number.POSITIVE_INFINITY);
    this.#continue();
  }

  /** Resolves when everything is shown that has changed so far. Rejects when the signal is aborted. */
  async done(signal?: AbortSignal): Promise<void> {
    this.#isBehind = true;
    while (this.#hasWork()) {
      this.#advance(sliceNow());
      await breathe();
      signal?.throwIfAborted();
    }
    this.#continue();
  }

  /** Works for a while at once, and then in tasks. */
  hurry(): void {
    this.#stopTimer();
    this.#isBehind = true;
    const end = performance.now() + SLICE;
    while (this.#hasWork() && performance.now() < end) this.#advance(end - performance.now());
    this.#continue();
  }

  #hasWork(): boolean {
    return this.#isBehind || this.#open !== null || this.#ready !== null || this.#of.isDue();
  }

  #pause(): number {
    if (this.#cost <= DEAR) return BATCH;
    return Math.max(BATCH, this.#beganAt + RARELY - performance.now());
  }

  #schedule(delay: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      if (this.#hasWork()) this.#advance(sliceNow());
      this.#continue();
    }, delay);
  }

  #continue(): void {
    if (this.#open || this.#ready || this.#of.isDue()) this.#schedule(0);
    else if (this.#isBehind) this.#schedule(this.#pause());
    else this.#of.onIdle();
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Works for some milliseconds, or shows what is ready. */
  #advance(slice: number): void {
    if (this.#ready) {
      const { result } = this.#ready;
      this.#ready = null;
      if (result !== null) this.#of.show(result);
      return;
    }
    const start = performance.now();
    if (!this.#open) {
      this.#isBehind = false;
      this.#open = this.#of.begin();
      this.#beganAt = start;
      this.#cost = 0;
    }
    try {
      let step = this.#open.next();
      while (!step.done && performance.now() - start < slice) step = this.#open.next();
      if (step.done) this.#ready = { result: step.value };
    } catch (error) {
      this.#of.onError(error);
      this.#ready = { result: null };
    }
    if (this.#ready) this.#open = null;
    this.#cost += performance.now() - start;
  }
}

function sliceNow(): number {
  return globalThis.document?.hidden ? HIDDEN_SLICE : SLICE;
}
