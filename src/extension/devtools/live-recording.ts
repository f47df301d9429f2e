import { arePair, isPageHalf, mergePair } from '../../har/worker-halves.ts';
import type { Exchange, Gap, Navigation } from '../../http/exchange.ts';
import type { BackgroundState, RecorderEvent, RecorderListener } from '../handover.ts';
import type { ClearedRecording } from './cleared-recording.ts';
import { ExchangeStore } from './exchange-store.ts';
import { GapNotes } from './gap-notes.ts';
import { droppedOldest, endedRecording, pausedFor } from './recorder-gaps.ts';
import { RecorderJoiner, type Side } from './recorder-joiner.ts';
import { RecorderListeners } from './recorder-listeners.ts';
import { RecordingLimit } from './recording-limit.ts';
import { isUnfollowedRedirect } from './redirect-chain.ts';
import { RehearsalJournal } from './rehearsal-journal.ts';
import { RehearsalMarks } from './rehearsal-marks.ts';

const UNDO_TIME = 10_000;
const MAX_NAVIGATIONS = 500;

interface Origin {
  /** The recording's epoch when the exchange came in: its body may arrive after a clear. */
  readonly epoch: number;
  readonly side: Side;
}

/** The state of a recording, and the listeners to its changes. */
export class LiveRecording {
  readonly limit = new RecordingLimit();
  readonly marks = new RehearsalMarks();
  readonly journal = new RehearsalJournal((rehearsal) =>
    this.#tell({ type: 'rehearsal', rehearsal }),
  );
  #store = new ExchangeStore();
  #navigations: Navigation[] = [];
  #gaps = new GapNotes();
  #listeners = new RecorderListeners();
  #pageHalves = new Set<string>();
  #merged = new Map<string, string>();
  #joiner = new RecorderJoiner();
  #background: BackgroundState = 'unknown';
  #cleared: ClearedRecording | null = null;
  #dropBefore = Number.NEGATIVE_INFINITY;
  #clearedAt = Number.NEGATIVE_INFINITY;
  #pausedAt: number | null = null;
  #epoch = 0;
  #keep = true;
  #ended = false;

  get epoch(): number {
    return this.#epoch;
  }
  get paused(): boolean {
    return this.#pausedAt !== null;
  }
  get keep(): boolean {
    return this.#keep;
  }
  get exchanges(): readonly Exchange[] {
    return this.#store.all;
  }

  /** The current version of an exchange, also if it was joined to another one. */
  find(id: string): Exchange | undefined {
    const paired = this.#merged.get(id) ?? id;
    return this.#store.get(this.#joiner.keptId(paired));
  }

  subscribe(listener: RecorderListener): () => void {
    const remove = this.#listeners.add(listener);
    this.#tellAll((event) => this.#listeners.tellOne(listener, event));
    return remove;
  }

  put(exchange: Exchange, { epoch, side }: Origin): void {
    const late = epoch === this.#epoch && this.#wasCleared(exchange);
    if (late || epoch !== this.#epoch) {
      const undoable = side === 'devtools' && (late || this.#cleared?.epoch === epoch);
      if (undoable) this.#cleared?.exchanges.push(exchange);
      return;
    }
    if (exchange.startedAt < this.#dropBefore) return;
    const near = this.#store.all.slice(-200);
    if (isUnfollowedRedirect(exchange, near)) return;
    const own = near.filter(({ id }) => !this.#joiner.isBackgroundOnly(id));
    const paired = side === 'devtools' ? this.#pairUp(exchange, own) : exchange;
    const whole = this.marks.marked(this.#joiner.join(paired, side, near));
    if (!this.#store.put(whole)) return;
    this.#tell({ type: 'exchanges', exchanges: [whole] });
    this.#dropOldest();
  }

  /** Whether there is room only for what a login needs. */
  get isFull(): boolean {
    return this.limit.isFull(this.#store);
  }

  #dropOldest(): void {
    const gone = this.limit.apply(this.#store, Date.now());
    const [first, last] = [gone[0], gone.at(-1)];
    if (!first || !last) return;
    const ids = gone.map(({ id }) => id);
    this.#joiner.forget(ids);
    for (const id of ids) this.#pageHalves.delete(id);
    this.#tell({ type: 'dropped', ids });
    this.gap(droppedOldest(first.startedAt, last.startedAt));
  }

  /** Whether it ended before the user cleared the recording. Logs and background tell it again. */
  #wasCleared({ startedAt, duration }: Exchange): boolean {
    return startedAt + (duration ?? 0) < this.#clearedAt;
  }

  /** A request through a service worker has two entries. The one that comes first gives the id. */
  #pairUp(exchange: Exchange, near: readonly Exchange[]): Exchange {
    const known = this.#store.get(this.#merged.get(exchange.id) ?? '');
    if (known) return { ...known };
    if (isPageHalf(exchange)) {
      this.#pageHalves.add(exchange.id);
      const worker = near.find((other) => arePair(exchange, other));
      if (!worker) return exchange;
      this.#merged.set(exchange.id, worker.id);
      return mergePair(exchange, worker);
    }
    const page = near.find((other) => this.#pageHalves.has(other.id) && arePair(other, exchange));
    if (!page) return exchange;
    this.#merged.set(exchange.id, page.id);
    return { ...mergePair(page, exchange), id: page.id };
  }

  navigation(navigation: Navigation): void {
    if (this.paused) return;
    this.#navigations = [...this.#navigations.slice(1 - MAX_NAVIGATIONS), navigation];
    this.#tell({ type: 'navigation', navigation });
  }

  gap(gap: Gap): void {
    if (this.#gaps.add(gap)) this.#tell({ type: 'gap', gap });
  }

  /** A gap that is noticed again and again while it lasts. */
  lastingGap(gap: Gap): void {
    if (this.#gaps.addState(gap)) this.#tell({ type: 'gap', gap });
  }

  /** A page was loaded and "keep" is off: only what belongs to that navigation stays. */
  dropBefore(moment: number): void {
    this.#dropBefore = moment - CLOCK_SLACK;
    this.#cleared = null;
    const gone = this.#store.retain(({ startedAt }) => startedAt >= this.#dropBefore);
    const stale = this.#navigations.filter(({ at }) => at < this.#dropBefore);
    if (gone.length === 0 && stale.length === 0 && this.#gaps.all.length === 0) return;
    this.#navigations = this.#navigations.filter(({ at }) => at >= this.#dropBefore);
    this.#gaps.dropBefore(this.#dropBefore);
    this.#tellAgain();
  }

  clear(): void {
    const cleared: ClearedRecording = {
      exchanges: [...this.#store.all],
      navigations: this.#navigations,
      gaps: this.#gaps.all,
      epoch: this.#epoch,
      at: Date.now(),
    };
    this.#cleared = cleared;
    setTimeout(() => {
      if (this.#cleared === cleared) this.#cleared = null;
    }, UNDO_TIME + 1);
    this.#clearedAt = cleared.at;
    this.#epoch += 1;
    this.#store = new ExchangeStore();
    this.#navigations = [];
    this.#gaps.clear();
    this.#pageHalves.clear();
    this.#merged.clear();
    this.marks.cleared();
    this.journal.clear();
    this.#tell({ type: 'cleared' });
  }

  undoClear(): boolean {
    const cleared = this.#cleared;
    if (!cleared || Date.now() - cleared.at > UNDO_TIME) return false;
    this.#cleared = null;
    this.#clearedAt = Number.NEGATIVE_INFINITY;
    this.#navigations = [...cleared.navigations, ...this.#navigations];
    this.#gaps.restore(cleared.gaps);
    this.journal.restore();
    for (const exchange of cleared.exchanges) this.#store.put(exchange);
    this.#tellAgain();
    return true;
  }

  setPaused(paused: boolean): void {
    if (paused === this.paused) return;
    const since = this.#pausedAt;
    this.#pausedAt = paused ? Date.now() : null;
    if (since !== null) this.gap(pausedFor(since, Date.now()));
    this.#tellState();
  }

  setKeep(keep: boolean): void {
    this.#keep = keep;
    this.#tellState();
  }

  /** The browser has ended the extension. What is here stays readable. */
  end(): void {
    this.#ended = true;
    this.gap(endedRecording(Date.now()));
    this.#tell({ type: 'ended' });
  }

  setBackground(state: BackgroundState): void {
    this.#background = state;
    this.#tell({ type: 'background', state });
  }

  get background(): BackgroundState {
    return this.#background;
  }

  #tellState(): void {
    this.#tell({ type: 'state', paused: this.paused, keep: this.#keep });
  }

  #tellAgain(): void {
    this.#tell({ type: 'cleared' });
    this.#tellAll((event) => this.#tell(event));
  }

  #tellAll(tell: (event: RecorderEvent) => void): void {
    tell({ type: 'state', paused: this.paused, keep: this.#keep });
    if (this.#background !== 'unknown') tell({ type: 'background', state: this.#background });
    if (this.#store.all.length > 0) tell({ type: 'exchanges', exchanges: [...this.#store.all] });
    for (const navigation of this.#navigations) tell({ type: 'navigation', navigation });
    for (const rehearsal of this.journal.all) tell({ type: 'rehearsal', rehearsal });
    for (const gap of this.#gaps.all) tell({ type: 'gap', gap });
    if (this.#ended) tell({ type: 'ended' });
  }

  #tell(event: RecorderEvent): void {
    this.#listeners.tell(event);
  }
}

/** The clocks for navigations and for requests differ by up to this many milliseconds. */
const CLOCK_SLACK = 50;
