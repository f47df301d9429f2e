import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Snapshot } from '../../src/checks/analysis.ts';
import type { BackgroundState, RecorderPort } from '../../src/extension/handover.ts';
import { askToRecordMore } from '../../src/extension/panel-side.ts';
import type { AnalysedFlow } from '../../src/flow/flow.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { withoutFragment } from '../../src/http/url.ts';
import { isWhole, loadRest } from './core.ts';
import { parseFilter, passes } from './filter.ts';
import type { ImportedFile, ImportProgress } from './import-files.ts';
import { later } from './lazy.tsx';
import { OUTSIDE, outsideFlow } from './outside.ts';
import { Session } from './session.ts';
import { loadSettings, type Settings } from './settings.ts';
import { flowSteps, type Step } from './steps.ts';

const reading = later(() => import('./import-files.ts'));

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

/** The pages that open above the panel. */
export type DialogName = 'help' | 'settings';

const UNDO_TIME = 10_000;
const SAID_FOR = 4_000;

/** The newest failed flow, else the newest: what somebody who opens the tab came for. */
function mostTelling(flows: readonly AnalysedFlow[]): AnalysedFlow | null {
  const real = flows.filter(({ flow }) => flow.id !== OUTSIDE);
  return real.findLast(({ outcome }) => outcome === 'failed') ?? real.at(-1) ?? flows[0] ?? null;
}

/** Words for the filter of the Network panel, which splits at spaces and knows a leading minus. */
function networkFilter(url: string): string {
  return `url:${withoutFragment(url)}`;
}

/** Everything that the panel knows, without any of what it looks like. */
export class Store {
  readonly settings: Settings;
  readonly live: Session;
  readonly file = signal<FileView | null>(null);
  readonly paused = signal(false);
  readonly keep = signal(true);
  readonly connected = signal(false);
  /** Whether popups, workers and lost answers are recorded too. */
  readonly background = signal<BackgroundState>('unknown');
  readonly chosen = signal<string | null>(null);
  readonly stepKey = signal<string | null>(null);
  readonly level = signal<Level>('flows');
  /** The value under the pointer or the focus: it is marked wherever it stands. */
  readonly marked = signal<string | null>(null);
  readonly importing = signal<ImportProgress | null>(null);
  readonly importError = signal<string | null>(null);
  readonly canUndo = signal(false);
  readonly dialog = signal<DialogName | null>(null);
  /** What a screen reader is told and, where it is said in no other place, everybody. */
  readonly said = signal({ text: '', seen: false });

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

  #port: RecorderPort | null = null;
  #abort: AbortController | null = null;
  #clearedFile: FileView | null = null;
  #undoTimer: ReturnType<typeof setTimeout> | null = null;
  #saidTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(settings: Settings = loadSettings(), live: Session = new Session()) {
    this.settings = settings;
    this.live = live;
    if (!isWhole.value) this.#awaitRest();
  }

  #awaitRest(): void {
    const stop = isWhole.subscribe((there) => {
      if (!there) return;
      this.live.judgeAgain();
      this.file.value?.session.judgeAgain();
      queueMicrotask(() => stop());
    });
  }

  /** Listens to the recorder; returns the function that stops it. */
  connect(port: RecorderPort): () => void {
    this.#port = port;
    this.connected.value = true;
    const stop = port.subscribe((event) => {
      if (event.type === 'state') {
        this.paused.value = event.paused;
        this.keep.value = event.keep;
      } else if (event.type === 'background') this.background.value = event.state;
      else this.live.take(event);
    });
    this.live.flush();
    return stop;
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

  togglePaused(): void {
    this.#port?.setPaused(!this.paused.value);
  }

  setKeep(keep: boolean): void {
    this.keep.value = keep;
    this.#port?.setKeep(keep);
  }

  /** Asks the person, by the browser's own question, to record what DevTools do not deliver. */
  recordMore(): void {
    if (this.background.value === 'unknown') return;
    const asked = askToRecordMore();
    if (asked) void asked.then((yes) => this.say(yes ? 'Recording more' : 'Nothing has changed'));
    else this.#port?.askForBackground();
  }

  stopRecordingMore(): void {
    this.#port?.stopBackground();
  }

  reloadPage(): void {
    this.#port?.reloadPage();
  }

  /** Null where DevTools cannot, and for what the inspected page did not send. */
  openInNetwork({ request, onDemand }: Exchange): (() => void) | null {
    const show = this.#port?.showNetwork;
    if (!show || onDemand || this.file.value) return null;
    return () => show(networkFilter(request.url));
  }

  /** Empties what is shown; for ten seconds it can be brought back. */
  clear(): void {
    this.#clearedFile = this.file.value;
    if (this.#clearedFile) this.file.value = null;
    else if (this.#port) this.#port.clear();
    else this.live.take({ type: 'cleared' });
    this.#forgetPlace();
    this.live.flush();
    this.canUndo.value = true;
    if (this.#undoTimer !== null) clearTimeout(this.#undoTimer);
    this.#undoTimer = setTimeout(() => this.#endUndo(), UNDO_TIME);
  }

  undoClear(): void {
    const done = this.#clearedFile ? true : (this.#port?.undoClear() ?? false);
    if (this.#clearedFile) this.file.value = this.#clearedFile;
    this.live.flush();
    this.#endUndo();
    this.say(done ? 'Brought back' : 'It could not be brought back');
  }

  #endUndo(): void {
    this.#clearedFile = null;
    this.canUndo.value = false;
  }

  #forgetPlace(): void {
    this.chosen.value = null;
    this.stepKey.value = null;
    this.level.value = 'flows';
  }

  /** Shows files beside the live recording, which goes on. */
  async import(files: readonly ImportedFile[]): Promise<void> {
    if (files.length === 0) return;
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.importError.value = null;
    const { name: file, size } = files[0] ?? { name: '', size: 0 };
    this.importing.value = { file, size, bytesRead: 0, entries: 0 };
    const onProgress = (progress: ImportProgress) => {
      if (this.#abort === abort) this.importing.value = progress;
    };
    try {
      const [{ importFiles }] = await Promise.all([reading.load(), loadRest()]);
      const result = await importFiles(files, this.session.value, {
        signal: abort.signal,
        onProgress,
      });
      if (abort.signal.aborted) return;
      if (result.ok) this.#showFiles(files, result);
      else this.importError.value = result.message;
    } catch (error) {
      if (!abort.signal.aborted) this.importError.value = String(error);
    } finally {
      if (this.#abort === abort) this.importing.value = null;
    }
  }

  #showFiles(files: readonly ImportedFile[], { session, notes }: Omit<FileView, 'name'>): void {
    const shown = this.file.value;
    const name = files.map((file) => file.name).join(', ');
    if (session === this.session.value) {
      if (shown) {
        const both = { name: `${shown.name}, ${name}`, notes: [...shown.notes, ...notes] };
        this.file.value = { ...shown, ...both };
      }
      this.say(`${name} has joined this recording`);
      return;
    }
    this.showFile({ name, session, notes });
  }

  /** Shows something in place of the live recording. */
  showFile(view: FileView): void {
    this.file.value = view;
    this.#forgetPlace();
  }

  cancelImport(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.importing.value = null;
  }

  closeFile(): void {
    this.file.value = null;
    this.#forgetPlace();
  }

  silence(check: string): void {
    const { silenced } = this.settings;
    silenced.value = [...new Set([...silenced.value, check])];
  }

  unsilence(check: string): void {
    const { silenced } = this.settings;
    silenced.value = silenced.value.filter((one) => one !== check);
  }

  say(text: string, { seen = true }: { readonly seen?: boolean } = {}): void {
    this.said.value = { text, seen };
    if (this.#saidTimer !== null) clearTimeout(this.#saidTimer);
    this.#saidTimer = setTimeout(() => {
      this.said.value = { text: '', seen: false };
    }, SAID_FOR);
  }
}
