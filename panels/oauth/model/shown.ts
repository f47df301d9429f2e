import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Snapshot } from '../../../src/analysis/analysis.ts';
import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { isPart } from '../../../src/conclusion/parts.ts';
import { parseFilter, passes } from '../view/filter.ts';
import { OUTSIDE, outsideFlow } from '../view/outside-flow.ts';
import { flowSteps, type Step } from '../view/steps.ts';
import { Session } from './session.ts';
import { loadSettings, type Settings } from './settings.ts';

/** Files that are shown in place of the live recording. */
export interface FileView {
  readonly name: string;
  readonly session: Session;
  readonly notes: readonly string[];
  /** Nothing in it ever happened. */
  readonly invented?: boolean;
}

/** What a narrow panel shows; a wide one shows all three. */
export type Level = 'flows' | 'flow' | 'message';

/**
 * The newest failed flow, else the newest: what somebody who opens the tab came for. What is drawn in
 * the picture of another flow is seen there.
 */
function mostTelling(flows: readonly AnalysedFlow[]): AnalysedFlow | null {
  const real = flows.filter(({ flow }) => flow.id !== OUTSIDE);
  const failed = real.findLast(({ outcome }) => outcome === 'failed');
  const ids = new Set(real.map(({ flow }) => flow.id));
  const whole = real.findLast(({ flow }) => !(isPart(flow) && ids.has(flow.parent ?? '')));
  return failed ?? whole ?? real.at(-1) ?? flows[0] ?? null;
}

/** What is shown of what is known: which recording, which flows, which flow, which message. */
export class Shown {
  readonly settings: Settings;
  readonly live: Session;
  readonly file = signal<FileView | null>(null);
  readonly chosen = signal<string | null>(null);
  readonly stepKey = signal<string | null>(null);
  readonly level = signal<Level>('flows');
  /** The value under the pointer or the focus: it is marked wherever it stands. */
  readonly marked = signal<string | null>(null);

  readonly session: ReadonlySignal<Session> = computed(() => this.file.value?.session ?? this.live);
  readonly snapshot: ReadonlySignal<Snapshot> = computed(() => this.session.value.snapshot.value);
  readonly flows: ReadonlySignal<readonly AnalysedFlow[]> = computed(() => {
    const { flows, ...rest } = this.snapshot.value;
    const outside = outsideFlow(rest);
    return outside ? [...flows, outside] : flows;
  });
  readonly shown: ReadonlySignal<readonly AnalysedFlow[]> = computed(() => {
    const terms = parseFilter(this.settings.filter.value);
    return terms.length === 0
      ? this.flows.value
      : this.flows.value.filter((analysed) => passes(analysed, terms));
  });
  readonly current: ReadonlySignal<AnalysedFlow | null> = computed(() => {
    const id = this.chosen.value;
    const chosen = id === null ? null : this.flows.value.find(({ flow }) => flow.id === id);
    return chosen ?? mostTelling(this.shown.value);
  });
  readonly step: ReadonlySignal<Step | null> = computed(() => {
    const [key, analysed] = [this.stepKey.value, this.current.value];
    if (key === null || !analysed) return null;
    return flowSteps(analysed).steps.find((step) => step.key === key) ?? null;
  });

  constructor(settings: Settings = loadSettings(), live: Session = new Session()) {
    this.settings = settings;
    this.live = live;
  }

  openFlow(id: string): void {
    if (this.current.value?.flow.id !== id) this.stepKey.value = null;
    this.chosen.value = id;
    this.level.value = 'flow';
  }

  openStep(key: string): void {
    this.chosen.value = this.current.value?.flow.id ?? null;
    this.stepKey.value = key;
    this.level.value = 'message';
  }

  /** One level back; false when there is none. */
  back(): boolean {
    if (this.stepKey.value !== null) {
      this.stepKey.value = null;
      if (this.level.value === 'message') this.level.value = 'flow';
      return true;
    }
    if (this.level.value === 'flows') return false;
    this.level.value = 'flows';
    return true;
  }

  protected forgetPlace(): void {
    this.chosen.value = null;
    this.stepKey.value = null;
    this.level.value = 'flows';
  }
}
