import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Analysis, Snapshot } from '../../src/checks/analysis.ts';
import type { RecorderEvent } from '../../src/extension/handover.ts';
import type { Exchange, Gap } from '../../src/http/exchange.ts';
import { awaitsRest, createAnalysis, loadRest } from './core.ts';

/** Changes within this many milliseconds are shown at once. */
const BATCH = 50;

const EMPTY: Snapshot = {
  flows: [],
  outside: [],
  loose: [],
  gaps: [],
  clockShifts: new Map(),
  exchanges: 0,
  messages: 0,
};

/** One recording under analysis: what a recorder tells, or what files hold. */
export class Session {
  #analysis: Analysis;
  #snapshot: Signal<Snapshot>;
  #trouble = signal<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(analysis: Analysis = createAnalysis()) {
    this.#analysis = analysis;
    this.#snapshot = signal(EMPTY);
  }

  get snapshot(): ReadonlySignal<Snapshot> {
    return this.#snapshot;
  }

  /** What the analysis itself failed at; null while it works. */
  get trouble(): ReadonlySignal<string | null> {
    return this.#trouble;
  }

  add(exchanges: readonly Exchange[]): void {
    this.#guard(() => {
      for (const exchange of exchanges) this.#analysis.add(exchange);
    });
    this.#later();
  }

  addGap(gap: Gap): void {
    this.#guard(() => this.#analysis.addGap(gap));
    this.#later();
  }

  /** Takes what concerns the analysis out of the recorder's events. */
  take(event: RecorderEvent): void {
    if (event.type === 'exchanges') this.add(event.exchanges);
    else if (event.type === 'gap') this.addGap(event.gap);
    else if (event.type === 'navigation') {
      this.#guard(() => this.#analysis.addNavigation(event.navigation));
      this.#later();
    } else if (event.type === 'cleared') {
      this.#guard(() => this.#analysis.clear());
      this.#trouble.value = null;
      this.#later();
    }
  }

  /** Judges every flow anew. */
  judgeAgain(): void {
    this.#guard(() => this.#analysis.judgeAgain());
    this.flush();
  }

  /** Shows now what is known now. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#guard(() => {
      const snapshot = this.#analysis.snapshot();
      if (awaitsRest(snapshot)) void this.#wait();
      else this.#snapshot.value = snapshot;
    });
  }

  /** A verdict that a check could still change is not shown. */
  async #wait(): Promise<void> {
    try {
      await loadRest();
      this.judgeAgain();
    } catch (error) {
      this.#trouble.value = String(error);
      this.#snapshot.value = this.#analysis.snapshot();
    }
  }

  #later(): void {
    this.#timer ??= setTimeout(() => this.flush(), BATCH);
  }

  /** A defect of the analysis is said in the panel, and what was shown before stays. */
  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#trouble.value = error instanceof Error ? error.message : String(error);
    }
  }
}
