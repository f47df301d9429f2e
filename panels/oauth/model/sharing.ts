import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Snapshot } from '../../../src/analysis/analysis.ts';
import { breathe } from '../../../src/http/pace.ts';
import type { Recording } from '../../../src/http/recording.ts';
import type { RemovedValue } from '../../../src/redaction/redact-recording.ts';
import type { Format, ReportOptions } from '../../../src/report/format.ts';
import type { Prepared, Report } from '../../../src/report/share.ts';
import { later } from './lazy.tsx';
import type { Settings } from './settings.ts';

const writing = later(() => import('../../../src/report/share.ts'));
const every = later(() => import('../../../src/report/all-formats.ts'));
const raw = later(() => import('../../../src/report/raw-har.ts'));

/** The part of the recording that is shared. */
export type SharedPart = 'flow' | 'message' | 'chosen' | 'recording';

/** A report that is ready to be copied or saved, or that the final scan has refused. */
export interface Ready {
  readonly is: 'ready';
  readonly format: Format;
  readonly prepared: Prepared;
  readonly report: Report;
  /** What was written. A refused report is only shown, so that its place can be found. */
  readonly text: string;
}

export type SharingState =
  | { readonly is: 'busy'; readonly done: number }
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly reason: string }
  /** The recording as it is, with what a redacted one would not have. */
  | { readonly is: 'raw'; readonly removed: readonly RemovedValue[] }
  | Ready;

/** A value that the user decided about. */
export interface Decision {
  readonly is: 'keep' | 'remove';
  readonly value: string;
  /** Name of the placeholder that a kept value had. */
  readonly name: string | null;
  /** Whether the value gives access. */
  readonly secret: boolean;
}

/** What is shared, and where the user was when the dialog opened. */
export interface Shareable {
  readonly recording: Recording;
  readonly before: Snapshot;
  readonly flowId: string | null;
  /** Index of a message of that flow. */
  readonly message: number | null;
  /** The flows that pass the filter. */
  readonly filtered: readonly string[];
}

/** Format name of the recording as it is. It is never remembered. */
export const RAW = 'raw';

/** One share of a recording: the choices, the decisions about single values, and the result. */
export class Sharing {
  readonly part: Signal<SharedPart>;
  readonly chosen: Signal<readonly string[]>;
  readonly format: Signal<string>;
  readonly decisions = signal<readonly Decision[]>([]);
  readonly formats = signal<ReadonlyMap<string, Format>>(new Map());
  readonly state = signal<SharingState>({ is: 'busy', done: 0 });
  /** The last finished report, also while the next one is made. */
  readonly last: ReadonlySignal<Ready | null>;
  readonly of: Shareable;
  readonly #settings: Settings;
  #abort = new AbortController();
  #prepared: { readonly key: string; readonly prepared: Prepared } | null = null;

  constructor(of: Shareable, settings: Settings, part: SharedPart, format?: string) {
    this.of = of;
    this.#settings = settings;
    this.part = signal(part);
    this.chosen = signal(of.filtered);
    this.format = signal(format ?? settings.shareFormat.value);
    let last: Ready | null = null;
    this.last = computed(() => {
      const state = this.state.value;
      if (state.is === 'ready') last = state;
      return last;
    });
  }

  /** Writes the report again. Values are replaced again only when a choice changes that. */
  async refresh(): Promise<void> {
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.state.value = { is: 'busy', done: 0 };
    try {
      this.formats.value = (await every.load()).formats;
      const prepared = await this.#prepare(abort.signal);
      await breathe();
      abort.signal.throwIfAborted();
      const format = this.formats.value.get(this.format.value);
      if (!format) {
        this.state.value = { is: 'raw', removed: prepared.removed };
        return;
      }
      const { writeReport } = await writing.load();
      const options = this.#options();
      const report = writeReport(prepared, format, options);
      const text = report.ok ? report.text : format.write(prepared, options);
      this.state.value = { is: 'ready', format, prepared, report, text };
    } catch (error) {
      if (abort.signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.state.value = { is: 'failed', reason };
    }
  }

  /** The recording as it is, with every secret in it. */
  async rawHar(): Promise<string> {
    return (await raw.load()).rawHar(this.of.recording);
  }

  cancel(): void {
    this.#abort.abort();
    this.state.value = { is: 'cancelled' };
  }

  /** Keeps a value, or replaces it too. A later decision about a value takes the place of an earlier. */
  decide(decision: Decision): void {
    const others = this.decisions.value.filter(({ value }) => value !== decision.value);
    this.decisions.value = [...others, decision];
  }

  undo(decision: Decision): void {
    this.decisions.value = this.decisions.value.filter((one) => one !== decision);
  }

  #options(): ReportOptions {
    const { flowId, message } = this.of;
    const flowIds = flowId === null ? [] : [flowId];
    switch (this.part.value) {
      case 'flow':
        return { flowIds };
      case 'message':
        if (flowId === null || message === null) return { flowIds };
        return { flowIds, messageOf: { flowId, index: message } };
      case 'chosen':
        return { flowIds: this.chosen.value };
      case 'recording':
        return {};
    }
  }

  async #prepare(signal: AbortSignal): Promise<Prepared> {
    const decided = (is: Decision['is']): readonly string[] =>
      this.decisions.value.filter((one) => one.is === is).map(({ value }) => value);
    const replaced = this.#settings.shareReplaces.value;
    const options = {
      ...replaced,
      // What is in a file with all values includes personal data.
      personal: replaced.personal || this.format.value === RAW,
      keep: decided('keep'),
      remove: decided('remove'),
    };
    const key = JSON.stringify(options);
    if (this.#prepared?.key === key) return this.#prepared.prepared;
    const { prepareReport } = await writing.load();
    const onProgress = (done: number): void => {
      if (!signal.aborted) this.state.value = { is: 'busy', done };
    };
    const { recording, before } = this.of;
    const prepared = await prepareReport(recording, options, { signal, onProgress }, before);
    signal.throwIfAborted();
    this.#prepared = { key, prepared };
    return prepared;
  }
}
