import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Snapshot } from '../../../src/analysis/analysis.ts';
import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { firstShown } from '../../../src/conclusion/first-shown.ts';
import { flowSteps, type Step } from '../../../src/conclusion/steps.ts';
import { guarded, type OwnFailure } from '../../../src/http/own-failure.ts';
import { decodedCount } from '../view/decoded-words.ts';
import { parseFilter, passes } from '../view/filter.ts';
import {
  type FlowEntry,
  type FlowRowData,
  flowEntries,
  flowRows,
  foldedFlows,
  sorted,
} from '../view/flow-rows.ts';
import { OUTSIDE, outsideFlow } from '../view/outside-flow.ts';
import { timeForm } from '../view/time.ts';
import { Comparing, type NamedSession } from './comparing.ts';
import { Session } from './session.ts';
import { loadSettings, type Settings } from './settings.ts';
import { nameStandIns } from './stand-in-names.ts';

/** Files that are shown in place of the live recording. */
export interface FileView {
  readonly name: string;
  readonly session: Session;
  readonly notes: readonly string[];
  /** Title of the story of the demo, when everything in it is invented. */
  readonly invented?: string;
}

/** The pane that a narrow panel shows. A wide one shows all three. */
export type Level = 'flows' | 'flow' | 'message';

/** The flow that is selected until the user selects one. What belongs to no flow comes last. */
function mostTelling(flows: readonly AnalysedFlow[]): AnalysedFlow | null {
  const outside = flows.find(({ flow }) => flow.id === OUTSIDE) ?? null;
  const first = firstShown(outside ? flows.filter((one) => one !== outside) : flows);
  if (first?.verdict.sign === 'bad') return first;
  return outside?.verdict.sign === 'bad' ? outside : (first ?? outside);
}

/** Flows to show, and the reason why they may be wrong. */
interface Flows {
  readonly flows: readonly AnalysedFlow[];
  readonly failure: OwnFailure | null;
}

/** The computed flows, or the given ones when that fails. */
function orElse(
  what: string,
  flows: readonly AnalysedFlow[],
  work: () => readonly AnalysedFlow[],
): Flows {
  let failure: OwnFailure | null = null;
  const note = (one: OwnFailure): void => {
    failure = one;
  };
  const found = guarded(what, note, work, () => flows);
  return { flows: found, failure };
}

const ignore = (): void => {};

/** The selection: which recording, which flows, which flow, which message. */
export class Shown {
  readonly settings: Settings;
  readonly live: Session;
  readonly file = signal<FileView | null>(null);
  readonly chosen = signal<string | null>(null);
  readonly stepKey = signal<string | null>(null);
  /** Keys of the entries of the list that the user has unfolded. */
  readonly unfolded = signal<ReadonlySet<string>>(new Set());
  /** The stop of the tour. Null when no tour is under way. */
  readonly tourStop = signal<number | null>(null);
  /** Name of the selected tab of the message. It stays when another message is selected. */
  readonly messageTab = signal('');
  /** Title of the selected view of the flow. */
  readonly flowView = signal('');
  readonly comparing = new Comparing();
  /** The value under the pointer or the focus. All its places are marked. */
  readonly marked = signal<string | null>(null);

  readonly session: ReadonlySignal<Session> = computed(() => this.file.value?.session ?? this.live);
  readonly snapshot: ReadonlySignal<Snapshot> = computed(() => this.session.value.snapshot.value);
  readonly #all: ReadonlySignal<Flows> = computed(() => {
    const { flows, ...rest } = this.snapshot.value;
    return orElse('show the messages outside any flow', flows, () => {
      const outside = outsideFlow(rest);
      return outside ? [...flows, outside] : flows;
    });
  });
  readonly #filtered: ReadonlySignal<Flows> = computed(() =>
    orElse('apply the filter', this.flows.value, () => {
      const terms = parseFilter(this.settings.filter.value);
      // More values may have been decoded since.
      decodedCount.value;
      return terms.length === 0
        ? this.flows.value
        : this.flows.value.filter((analysed) => passes(analysed, terms));
    }),
  );
  readonly flows: ReadonlySignal<readonly AnalysedFlow[]> = computed(() => this.#all.value.flows);
  readonly shown: ReadonlySignal<readonly AnalysedFlow[]> = computed(
    () => this.#filtered.value.flows,
  );
  /** Why too many or too few flows are shown. Null when all is well. */
  readonly failure: ReadonlySignal<OwnFailure | null> = computed(
    () => this.#all.value.failure ?? this.#filtered.value.failure,
  );
  readonly current: ReadonlySignal<AnalysedFlow | null> = computed(() => {
    const id = this.chosen.value;
    const chosen = id === null ? null : this.flows.value.find(({ flow }) => flow.id === id);
    return chosen ?? mostTelling(this.shown.value);
  });
  readonly #entries: ReadonlySignal<readonly FlowEntry[]> = computed(() =>
    flowEntries(this.shown.value),
  );
  readonly #folded = computed(() => foldedFlows(this.#entries.value));
  /** Key of the entry that is unfolded because the selected flow is in it. */
  readonly #around = computed(() => this.#folded.value.get(this.current.value?.flow.id ?? ''));
  /** The rows of the list, from the top. Another selection seldom changes them. */
  readonly rows: ReadonlySignal<readonly FlowRowData[]> = computed(() => {
    const [unfolded, around] = [this.unfolded.value, this.#around.value];
    return flowRows(
      sorted(this.#entries.value, this.settings.flowSort.value),
      ({ key }) => unfolded.has(key) || key === around,
    );
  });
  /** Null until the user has gone somewhere. */
  readonly #level = signal<Level | null>(null);
  /** One flow, or one failure, is opened at once. */
  readonly level: ReadonlySignal<Level> = computed(() => {
    if (this.#level.value !== null) return this.#level.value;
    // On failure, the place of the list says so.
    const entries = guarded(
      'list the flows',
      ignore,
      () => this.#entries.value,
      () => [],
    );
    const failed = entries.filter(({ last }) => last.root.verdict.sign === 'bad');
    return entries.length === 1 || failed.length === 1 ? 'flow' : 'flows';
  });
  readonly step: ReadonlySignal<Step | null> = computed(() => {
    const [key, analysed] = [this.stepKey.value, this.current.value];
    if (key === null || !analysed) return null;
    // On failure, the place of the steps says so.
    const steps = guarded(
      'number the steps',
      ignore,
      () => flowSteps(analysed).steps,
      () => [],
    );
    return steps.find((step) => step.key === key) ?? null;
  });

  constructor(settings: Settings = loadSettings(), live: Session = new Session()) {
    this.settings = settings;
    this.live = live;
    effect(() => nameStandIns(this.snapshot.value.redaction));
    effect(() => {
      timeForm.value = settings.times.value;
    });
  }

  /** Selects a flow, and leaves the user where they are. */
  selectFlow(id: string): void {
    if (this.current.value?.flow.id !== id) {
      this.stepKey.value = null;
      this.comparing.end();
    }
    this.chosen.value = id;
    this.#level.value = this.level.value;
  }

  openFlow(id: string): void {
    this.comparing.end();
    this.selectFlow(id);
    this.#level.value = 'flow';
  }

  goTo(level: Level): void {
    this.#level.value = level;
  }

  openStep(key: string): void {
    this.chosen.value = this.current.value?.flow.id ?? null;
    this.stepKey.value = key;
    this.#level.value = 'message';
  }

  /** Keeps what is shown in its place, because the user has begun to read it. */
  hold(): void {
    const id = this.current.value?.flow.id;
    if (this.chosen.value === null && id !== undefined) this.selectFlow(id);
  }

  fold(key: string, folded: boolean): void {
    const unfolded = new Set(this.unfolded.value);
    if (folded) unfolded.delete(key);
    else unfolded.add(key);
    this.unfolded.value = unfolded;
  }

  /** Goes one level back. False when there is none. */
  back(): boolean {
    const level = this.level.value;
    if (this.stepKey.value !== null) {
      this.stepKey.value = null;
      if (level === 'message') this.#level.value = 'flow';
      return true;
    }
    if (this.comparing.end()) return true;
    if (level === 'flows') return false;
    this.hold();
    this.#level.value = 'flows';
    return true;
  }

  /** The recordings that attempts can be compared in, the shown one first. */
  recordings(): readonly NamedSession[] {
    const file = this.file.value;
    const shown = { name: 'This recording', session: this.session.value };
    const live = file && this.live.snapshot.value.flows.length > 0;
    const others = this.comparing.kept.value.filter(({ session }) => session !== shown.session);
    return [shown, ...(live ? [{ name: 'Live recording', session: this.live }] : []), ...others];
  }

  protected forgetPlace(): void {
    this.comparing.end();
    this.chosen.value = null;
    this.stepKey.value = null;
    this.#level.value = null;
    this.unfolded.value = new Set();
  }
}
