import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Snapshot } from '../../../src/analysis/analysis.ts';
import { ownFailure } from '../../../src/http/own-failure.ts';
import type { Recording } from '../../../src/http/recording.ts';
import type { RemovedValue } from '../../../src/redaction/redact-recording.ts';
import type { ReportOptions } from '../../../src/report/format.ts';
import type { Settings } from './settings.ts';
import type { FormatInfo, ShareResult, ShareTask, ShareTasks, Written } from './share-tasks.ts';
import { startShareWork } from './share-work.ts';

/** The part of the recording that is shared. */
export type SharedPart = 'flow' | 'message' | 'chosen' | 'recording';

/** A report that is ready to be copied or saved, or that the final scan has refused. */
export interface Ready extends Written, Omit<ShareResult, 'written'> {
  readonly is: 'ready';
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
  readonly formats = signal<readonly FormatInfo[]>([]);
  readonly state = signal<SharingState>({ is: 'busy', done: 0 });
  /** The last finished report, also while the next one is made. */
  readonly last: ReadonlySignal<Ready | null>;
  readonly of: Shareable;
  readonly #settings: Settings;
  /** Of the report that is made now. */
  #abort = new AbortController();
  /** Of the worker. */
  #end = new AbortController();
  #tasks: Promise<ShareTasks> | null = null;

  constructor(of: Shareable, settings: Settings, part: SharedPart, format?: string) {
    this.of = of;
    this.#settings = settings;
    this.part = signal(part);
    const all = of.before.flows.map(({ flow }) => flow.id);
    this.chosen = signal(of.filtered.length > 0 ? of.filtered : all);
    this.format = signal(format ?? settings.shareFormat.value);
    let last: Ready | null = null;
    this.last = computed(() => {
      const state = this.state.value;
      if (state.is === 'ready') last = state;
      return last;
    });
  }

  /** Writes the report again after a choice. */
  async refresh(): Promise<void> {
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.state.value = { is: 'busy', done: 0 };
    try {
      const tasks = await this.#started();
      this.formats.value = await tasks.formats();
      if (abort.signal.aborted || this.#forgetFormat()) return;
      const { written, ...result } = await tasks.run(this.#task(), {
        signal: abort.signal,
        onProgress: (done) => {
          if (!abort.signal.aborted) this.state.value = { is: 'busy', done };
        },
      });
      if (abort.signal.aborted) return;
      this.state.value = written
        ? { is: 'ready', ...result, ...written }
        : { is: 'raw', removed: result.removed };
    } catch (error) {
      if (abort.signal.aborted) return;
      this.state.value = { is: 'failed', reason: ownFailure('make the report', error).error };
      // Another try has a worker of its own.
      this.stop();
    }
  }

  #started(): Promise<ShareTasks> {
    this.#tasks ??= startShareWork(this.of.recording, this.#end.signal);
    return this.#tasks;
  }

  /** Whether the format that was chosen last exists no more. The usual one takes its place. */
  #forgetFormat(): boolean {
    const { value } = this.format;
    if (value === RAW || this.formats.value.some(({ name }) => name === value)) return false;
    this.format.value = this.#settings.shareFormat.fallback;
    return true;
  }

  /** The recording as it is, with every secret in it. */
  async rawHar(): Promise<string> {
    return (await this.#started()).raw();
  }

  cancel(): void {
    this.#abort.abort();
    this.state.value = { is: 'cancelled' };
  }

  /** Ends the worker. */
  stop(): void {
    this.#abort.abort();
    this.#end.abort();
    this.#end = new AbortController();
    this.#tasks = null;
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

  #task(): ShareTask {
    const decided = (is: Decision['is']): readonly string[] =>
      this.decisions.value.filter((one) => one.is === is).map(({ value }) => value);
    const replaced = this.#settings.shareReplaces.value;
    const isRaw = this.format.value === RAW;
    return {
      redaction: {
        ...replaced,
        // What is in a file with all values includes personal data.
        personal: replaced.personal || isRaw,
        keep: decided('keep'),
        remove: decided('remove'),
      },
      format: isRaw ? null : this.format.value,
      report: this.#options(),
    };
  }
}
