import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Analysis, Snapshot } from '../../../src/analysis/analysis.ts';
import type { RecorderEvent } from '../../../src/extension/handover.ts';
import type { OwnRecording } from '../../../src/har/own/own-recording.ts';
import type { Exchange, Gap, Remark } from '../../../src/http/exchange.ts';
import type { Recording, RecordingSource } from '../../../src/http/recording.ts';
import type { MergeSources } from '../../../src/recorders/sources.ts';
import { createAnalysis } from './core.ts';

/** Changes within this many milliseconds are shown at once. */
const BATCH = 50;
/** Milliseconds that one step of the analysis should take, so that the panel stays usable. */
const STEP_TIME = 20;
/** When more steps than this wait, they are one step, whatever a frame takes. */
const MOST_STRIDES = 2;

const EMPTY: Snapshot = {
  flows: [],
  outside: [],
  loose: [],
  gaps: [],
  redaction: null,
  clockShifts: new Map(),
  exchanges: 0,
  messages: 0,
};

/** A file: the recording of another recorder. */
export interface JoinedFile {
  readonly name: string;
  /** Index of its first source. */
  readonly source: number;
  readonly exchanges: readonly Exchange[];
  readonly gaps: readonly Gap[];
  /** The program that wrote it, and its number of entries, kept or not. */
  readonly recorder: string;
  readonly total: number;
  /** What a file of Grantscope says besides. */
  readonly own: OwnRecording | null;
}

/** The sources of a file. Only a file of Grantscope can have several. */
export function sourcesOf({ name, recorder, total, own }: JoinedFile): readonly RecordingSource[] {
  if (own && own.sources.length > 0) return own.sources;
  return [{ file: name, recorder, exchanges: total }];
}

/** One recording under analysis, from a recorder or from files. */
export class Session {
  #analysis: Analysis;
  #snapshot: Signal<Snapshot>;
  #trouble = signal<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Whether something has changed since the last step. */
  #isBehind = false;
  /** What the recorder has delivered and the analysis has not seen. */
  #waiting: Exchange[] = [];
  /** Exchanges that one step takes. It follows from how long the last step took. */
  #stride = 8;

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
    this.#snapshot = signal(EMPTY);
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
    this.#takeWaiting(Number.POSITIVE_INFINITY);
    const sources = this.#files.flatMap(sourcesOf);
    // The recorder is the first source of what is live.
    const isFile = this.#files[0]?.source === 0;
    const { exchanges } = this.#snapshot.value;
    const recorder = { file: 'DevTools', recorder: 'Grantscope', exchanges };
    return this.#analysis.recording(isFile ? sources : [recorder, ...sources]);
  }

  /** Whether the exchanges have a value in common with this recording. */
  knows(exchanges: readonly Exchange[]): boolean {
    this.#takeWaiting(Number.POSITIVE_INFINITY);
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
    });
    for (const gap of gaps) this.addGap(gap);
  }

  /** Keeps the remarks of an exchange, also when a recorder sends a better version of it. */
  setRemarks(exchange: Exchange, remarks: readonly Remark[]): void {
    this.#remarks.set(exchange.id, remarks);
    this.add([exchange]);
    this.flush();
  }

  #remarked(exchange: Exchange): Exchange {
    const remarks = this.#remarks.get(exchange.id);
    return remarks ? { ...exchange, remarks } : exchange;
  }

  add(exchanges: readonly Exchange[]): void {
    this.#guard(() => {
      for (const exchange of exchanges) this.#analysis.add(this.#remarked(exchange));
    });
    this.#later();
  }

  addGap(gap: Gap): void {
    this.#guard(() => this.#analysis.addGap(gap));
    this.#later();
  }

  /** Takes the recorder's events that concern the analysis. */
  take(event: RecorderEvent): void {
    if (event.type === 'exchanges') {
      for (const exchange of event.exchanges) this.#waiting.push(exchange);
      this.#later();
    } else if (event.type === 'gap') this.addGap(event.gap);
    else if (event.type === 'navigation') {
      this.#guard(() => this.#analysis.addNavigation(event.navigation));
      this.#later();
    } else if (event.type === 'cleared') {
      this.#waiting = [];
      this.#guard(() => this.#analysis.clear());
      this.#outside = new Set(this.#files);
      this.#trouble.value = null;
      this.#later();
    }
  }

  /** Updates the shown state now. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#takeWaiting(Number.POSITIVE_INFINITY);
    const next = this.#analysed();
    if (next) this.#snapshot.value = next;
    void this.#settle();
  }

  #takeWaiting(most: number): void {
    const taken = this.#waiting.splice(0, most);
    this.#guard(() => {
      for (const exchange of taken) this.#analysis.add(this.#remarked(exchange));
    });
  }

  #analysed(): Snapshot | null {
    return this.#guard(() => {
      for (const file of this.#outside) {
        if (!this.knows(file.exchanges)) continue;
        this.#outside.delete(file);
        this.#addBeside(file);
        this.add(file.exchanges);
      }
      return this.#analysis.snapshot();
    });
  }

  /** Analyses a part of what waits, and shows it in a task of its own. */
  #step(): void {
    const start = performance.now();
    this.#isBehind = false;
    const isLate = this.#waiting.length > MOST_STRIDES * this.#stride;
    this.#takeWaiting(isLate ? this.#waiting.length : this.#stride);
    const next = this.#analysed();
    const share = STEP_TIME / Math.max(1, performance.now() - start);
    // A step has a cost that grows with the recording and with its longest flow. Many small steps would
    // pay it too often, and what waits would be shown late.
    const least = 8 + this.#snapshot.value.flows.length / 50;
    const wanted = this.#stride * (isLate ? 2 : Math.min(2, Math.max(0.5, share)));
    this.#stride = Math.floor(Math.max(least, wanted));
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (next) this.#snapshot.value = next;
      if (this.#waiting.length > 0) this.#later(0);
      else if (this.#isBehind) this.#later();
      else void this.#settle();
    });
  }

  /** Waits until nothing more can become known of signatures. */
  async settled(): Promise<void> {
    this.flush();
    while (await this.#analysis.settle()) this.flush();
  }

  /** Shows what becomes known of signatures, which need time. Nothing waits for them. */
  async #settle(): Promise<void> {
    if (await this.#analysis.settle()) this.#later();
  }

  #later(delay = BATCH): void {
    this.#isBehind = true;
    this.#timer ??= setTimeout(() => this.#step(), delay);
  }

  /** Runs the analysis. The panel reports its defect and keeps what it showed. */
  #guard<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      this.#trouble.value = error instanceof Error ? error.message : String(error);
      return null;
    }
  }
}
