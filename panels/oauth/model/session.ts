import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Analysis, Snapshot } from '../../../src/analysis/analysis.ts';
import type { RecorderEvent } from '../../../src/extension/handover.ts';
import type { Exchange, Gap, Remark } from '../../../src/http/exchange.ts';
import type { Recording } from '../../../src/http/recording.ts';
import type { Steps } from '../../../src/http/stepwise.ts';
import type { MergeSources } from '../../../src/recorders/sources.ts';
import { createAnalysis } from './core.ts';
import { EMPTY_SNAPSHOT } from './empty-snapshot.ts';
import { type JoinedFile, sourcesOf } from './joined-file.ts';
import { SlicedRounds } from './sliced-rounds.ts';

/** Exchanges in the first round, so that something is shown soon, and how much the next one grows. */
const FIRST = 8;
const GROWTH = 4;

/** One recording under analysis, from a recorder or from files. */
export class Session {
  #analysis: Analysis;
  #snapshot: Signal<Snapshot>;
  #trouble = signal<string | null>(null);
  /** What the recorder has delivered and the analysis has not seen. */
  #waiting: Exchange[] = [];
  /** Ids of what the recorder has removed and the analysis still has. */
  #dropped: string[] = [];
  /** Whether the last round took only a part of what waited. */
  #isPartial = false;
  /** Exchanges of the next round. */
  #most = FIRST;
  readonly #rounds = new SlicedRounds<Snapshot>({
    begin: () => this.#round(),
    show: (snapshot) => {
      this.#snapshot.value = snapshot;
    },
    isDue: () => this.#isPartial,
    onIdle: () => void this.#settle(),
    onError: (error) => this.#report(error),
  });

  /**
   * Files beside the recorder. They return when the recorder sends again the exchanges that they
   * belong to.
   */
  #files: JoinedFile[] = [];
  #outside = new Set<JoinedFile>();
  #nextSource = 1;
  /** The remarks that were changed here, by the id of their exchange. */
  #remarks = new Map<string, readonly Remark[]>();

  constructor(analysis: Analysis = createAnalysis()) {
    this.#analysis = analysis;
    this.#snapshot = signal(EMPTY_SNAPSHOT);
  }

  get snapshot(): ReadonlySignal<Snapshot> {
    return this.#snapshot;
  }

  /** The failure of the analysis itself. Null while it works. */
  get trouble(): ReadonlySignal<string | null> {
    return this.#trouble;
  }

  /** Index for a new source. The first is the recorder's. */
  get nextSource(): number {
    return this.#nextSource;
  }

  /** Everything that is held, for reports and files. What several recorders saw is merged. */
  get recording(): Recording {
    this.#takeWaiting();
    const sources = this.#files.flatMap(sourcesOf);
    // The recorder is the first source of what is live.
    const isFile = this.#files[0]?.source === 0;
    const { exchanges } = this.#snapshot.value;
    const recorder = { file: 'DevTools', recorder: 'Grantscope', exchanges };
    return this.#analysis.recording(isFile ? sources : [recorder, ...sources]);
  }

  /** Whether the exchanges have a value in common with this recording. */
  knows(exchanges: readonly Exchange[]): boolean {
    this.#takeWaiting();
    return exchanges.some((exchange) => this.#analysis.knows(exchange));
  }

  /**
   * Adds a file as a separate source. `add` adds its exchanges. Without `merge`, what several recorders
   * saw is merged in it already.
   */
  join(file: JoinedFile, merge: MergeSources | null): void {
    this.#files.push(file);
    this.#nextSource = Math.max(this.#nextSource, file.source + sourcesOf(file).length);
    if (merge) this.#guard(() => this.#analysis.addSource(file.source, file.name, merge));
    this.#addBeside(file);
  }

  /** Adds what a file has beside its exchanges. */
  #addBeside({ gaps, own }: JoinedFile): void {
    this.#guard(() => {
      if (own?.redaction) this.#analysis.addNote(own.redaction);
      for (const navigation of own?.navigations ?? []) this.#analysis.addNavigation(navigation);
      for (const rehearsal of own?.rehearsals ?? []) this.#analysis.addRehearsal(rehearsal);
    });
    for (const gap of gaps) this.addGap(gap);
  }

  /** Keeps the remarks of an exchange, also when a recorder sends a better version of it. */
  setRemarks(exchange: Exchange, remarks: readonly Remark[]): void {
    this.#remarks.set(exchange.id, remarks);
    this.add([exchange]);
    this.hurry();
  }

  #remarked(exchange: Exchange): Exchange {
    const remarks = this.#remarks.get(exchange.id);
    return remarks ? { ...exchange, remarks } : exchange;
  }

  add(exchanges: readonly Exchange[]): void {
    this.#guard(() => {
      for (const exchange of exchanges) this.#analysis.add(this.#remarked(exchange));
    });
    this.#rounds.note();
  }

  addGap(gap: Gap): void {
    this.#guard(() => this.#analysis.addGap(gap));
    this.#rounds.note();
  }

  /** Takes the recorder's events that concern the analysis. */
  take(event: RecorderEvent): void {
    if (event.type === 'exchanges') {
      for (const exchange of event.exchanges) this.#waiting.push(exchange);
      this.#rounds.note();
    } else if (event.type === 'dropped') this.#drop(event.ids);
    else if (event.type === 'gap') this.addGap(event.gap);
    else if (event.type === 'navigation' || event.type === 'rehearsal') {
      this.#guard(() => {
        if (event.type === 'navigation') this.#analysis.addNavigation(event.navigation);
        else this.#analysis.addRehearsal(event.rehearsal);
      });
      this.#rounds.note();
    } else if (event.type === 'cleared') {
      this.#waiting = [];
      this.#dropped = [];
      this.#isPartial = false;
      this.#most = FIRST;
      this.#rounds.drop();
      this.#guard(() => this.#analysis.clear());
      this.#outside = new Set(this.#files);
      this.#trouble.value = null;
      this.#rounds.note();
    }
  }

  #drop(ids: readonly string[]): void {
    const gone = new Set(ids);
    this.#waiting = this.#waiting.filter(({ id }) => !gone.has(id));
    for (const id of ids) this.#dropped.push(id);
    this.#rounds.note();
  }

  /** Shows everything that was added, without a pause. */
  flush(): void {
    this.#rounds.finish();
  }

  /** Shows what was added at once, unless that takes long. */
  hurry(): void {
    this.#rounds.hurry();
  }

  /**
   * Resolves when everything that was added is shown. The panel can draw meanwhile. Rejects when the
   * signal is aborted.
   */
  shown(signal?: AbortSignal): Promise<void> {
    return this.#rounds.done(signal);
  }

  /** Waits until nothing more can become known of signatures. */
  async settled(): Promise<void> {
    await this.shown();
    while (await this.#analysis.settle()) await this.shown();
  }

  /** Shows what becomes known of signatures, which need time. Nothing waits for them. */
  async #settle(): Promise<void> {
    if (await this.#analysis.settle()) this.#rounds.note();
  }

  /** Gives the analysis a part of what waits, and judges what it changes. */
  *#round(): Steps<Snapshot> {
    for (let id = this.#dropped.pop(); id !== undefined; id = this.#dropped.pop()) {
      this.#analysis.remove(id);
      yield;
    }
    const most = this.#most;
    this.#isPartial = this.#waiting.length > most;
    if (this.#isPartial) this.#most *= GROWTH;
    for (let taken = 0; taken < most; taken += 1) {
      const exchange = this.#waiting.shift();
      if (!exchange) break;
      this.#analysis.add(this.#remarked(exchange));
      yield;
    }
    for (const file of this.#outside) {
      if (!file.exchanges.some((exchange) => this.#analysis.knows(exchange))) continue;
      this.#outside.delete(file);
      this.#addBeside(file);
      this.add(file.exchanges);
      yield;
    }
    return yield* this.#analysis.steps();
  }

  #takeWaiting(): void {
    const taken = this.#waiting.splice(0);
    const dropped = this.#dropped.splice(0);
    this.#guard(() => {
      for (const id of dropped) this.#analysis.remove(id);
      for (const exchange of taken) this.#analysis.add(this.#remarked(exchange));
    });
  }

  /** Runs the analysis. The panel reports its defect and keeps what it showed. */
  #guard<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      this.#report(error);
      return null;
    }
  }

  #report(error: unknown): void {
    this.#trouble.value = error instanceof Error ? error.message : String(error);
  }
}
