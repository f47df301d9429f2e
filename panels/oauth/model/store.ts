import { signal } from '@preact/signals';
import type { BackgroundState, RecorderPort } from '../../../src/extension/handover.ts';
import { askToRecordMore } from '../../../src/extension/panel-side.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { withoutFragment } from '../../../src/http/url.ts';
import { keptFlows } from '../view/kept-flows.ts';
import type { AttemptPlace, NamedSession } from './comparing.ts';
import { Find } from './find.ts';
import { Imports } from './imports.ts';
import { type OpenMenu, type Place, pointAt, type Toast } from './place.ts';
import { type GivenFile, RecentFiles } from './recent-files.ts';
import { Rehearsing } from './rehearsing.ts';
import { Session } from './session.ts';
import { type FileView, Shown } from './shown.ts';

/** The pages that open above the panel. */
export type DialogName = 'help' | 'settings' | 'share';

/** What the share dialog opens with. The user can choose otherwise in it. */
export interface ShareRequest {
  readonly what: 'flow' | 'message' | 'recording';
  /** Name of a format. Without it, the last one that was chosen. */
  readonly format?: string;
}

const UNDO_TIME = 10_000;
const SAID_FOR = 4_000;

/** Text for the filter of the Network panel, which splits at spaces and reads a leading minus. */
function networkFilter(url: string): string {
  return `url:${withoutFragment(url)}`;
}

/** The state and actions of the panel, without its appearance. */
export class Store extends Shown {
  readonly paused = signal(false);
  readonly keep = signal(true);
  readonly connected = signal(false);
  /** Whether the recorder has ended with its extension. What it delivered stays. */
  readonly ended = signal(false);
  /** Whether popups, workers and missing responses are recorded too. */
  readonly background = signal<BackgroundState>('unknown');
  readonly #imports = new Imports();
  readonly #recent = new RecentFiles(this.settings.recentFiles);
  readonly importing = this.#imports.progress;
  readonly importError = this.#imports.error;
  readonly canUndo = signal(false);
  readonly dialog = signal<DialogName | null>(null);
  readonly shareRequest = signal<ShareRequest>({ what: 'flow' });
  /** Text for screen readers. Users see it if no other place shows it. */
  readonly said = signal({ text: '', seen: false });
  /** What has just happened, beside the place where it happened. */
  readonly toast = signal<Toast | null>(null);
  readonly find = new Find();
  readonly rehearsing = new Rehearsing();
  /** The open context menu. */
  readonly menu = signal<OpenMenu | null>(null);

  #port: RecorderPort | null = null;
  #clearedFile: FileView | null = null;
  #undoTimer: ReturnType<typeof setTimeout> | null = null;
  #saidTimer: ReturnType<typeof setTimeout> | null = null;

  /** Listens to the recorder. Returns the function that stops it. */
  connect(port: RecorderPort): () => void {
    this.#port = port;
    this.connected.value = true;
    const stop = port.subscribe((event) => {
      if (event.type === 'state') {
        this.paused.value = event.paused;
        this.keep.value = event.keep;
      } else if (event.type === 'background') this.background.value = event.state;
      else if (event.type === 'ended') this.ended.value = true;
      else this.live.take(event);
    });
    port.askBeforeDropping(() =>
      keptFlows(
        this.live.snapshot.value.flows,
        this.file.value ? null : this.current.value,
        Date.now(),
      ),
    );
    this.live.hurry();
    return this.rehearsing.connect(port.rehearsal, stop);
  }

  /** Pauses or resumes the recording that is shown. */
  togglePaused(): void {
    if (this.file.value === null) this.#port?.setPaused(!this.paused.value);
  }

  setKeep(keep: boolean): void {
    this.keep.value = keep;
    this.#port?.setKeep(keep);
  }

  /** Asks the user, with the browser's question, to record more than DevTools deliver. */
  recordMore(): void {
    if (this.background.value !== 'on' && this.background.value !== 'off') return;
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

  /** Null if DevTools cannot, or if the inspected page did not send the request. */
  openInNetwork({ request, onDemand }: Exchange): (() => void) | null {
    const show = this.#port?.showNetwork;
    if (!show || onDemand || this.file.value) return null;
    return () => show(networkFilter(request.url));
  }

  /** Clears the shown recording. The user can undo that for ten seconds. */
  clear(): void {
    this.#clearedFile = this.file.value;
    if (this.#clearedFile) this.file.value = null;
    else if (this.#port) this.#port.clear();
    else this.live.take({ type: 'cleared' });
    this.forgetPlace();
    this.live.flush();
    this.canUndo.value = true;
    if (this.#undoTimer !== null) clearTimeout(this.#undoTimer);
    this.#undoTimer = setTimeout(() => this.#endUndo(), UNDO_TIME);
  }

  undoClear(): void {
    const done = this.#clearedFile ? true : (this.#port?.undoClear() ?? false);
    if (this.#clearedFile) this.file.value = this.#clearedFile;
    this.live.hurry();
    this.#endUndo();
    this.say(done ? 'Restored' : 'Could not be restored');
  }

  #endUndo(): void {
    this.#clearedFile = null;
    this.canUndo.value = false;
  }

  /** Shows files in place of the live recording, which continues. */
  async import(files: readonly GivenFile[]): Promise<void> {
    const read = await this.#imports.read(files, this.session.value);
    if (!read) return;
    this.#recent.note(files);
    this.#showFiles(files, read);
  }

  /** Opens a file again. False when the user has to choose it. */
  async importRecent(name: string): Promise<boolean> {
    const file = await this.#recent.open(name);
    if (file) await this.import([file]);
    return file !== null;
  }

  #showFiles(files: readonly GivenFile[], { session, notes }: Omit<FileView, 'name'>): void {
    const shown = this.file.value;
    const name = files.map((file) => file.name).join(', ');
    if (session === this.session.value) {
      if (shown) {
        const both = { name: `${shown.name}, ${name}`, notes: [...shown.notes, ...notes] };
        this.file.value = { ...shown, ...both };
      }
      this.say(`${name} was added to this recording`);
      return;
    }
    this.showFile({ name, session, notes });
  }

  /** Shows something in place of the live recording. */
  showFile(view: FileView): void {
    this.#keepFile();
    this.file.value = view;
    this.forgetPlace();
  }

  #keepFile(): void {
    if (this.file.value) this.comparing.keep(this.file.value);
  }

  /** Compares the shown attempt with another one of any recording. */
  compareWith(place: AttemptPlace): void {
    this.chosen.value = this.current.value?.flow.id ?? null;
    this.stepKey.value = null;
    this.comparing.place.value = place;
    this.goTo('flow');
  }

  /** Reads files as a recording that is held beside the shown one. Null when that fails. */
  async readBeside(files: readonly GivenFile[]): Promise<NamedSession | null> {
    const read = await this.#imports.read(files, new Session());
    if (!read) return null;
    const recording = {
      name: files.map((file) => file.name).join(', '),
      session: read.session,
    };
    this.comparing.keep(recording);
    return recording;
  }

  cancelImport(): void {
    this.#imports.cancel();
  }

  closeFile(): void {
    this.#keepFile();
    this.file.value = null;
    this.forgetPlace();
  }

  hideCheck(check: string): void {
    const { hiddenChecks } = this.settings;
    hiddenChecks.value = [...new Set([...hiddenChecks.value, check])];
  }

  showCheck(check: string): void {
    const { hiddenChecks } = this.settings;
    hiddenChecks.value = hiddenChecks.value.filter((one) => one !== check);
  }

  /** Opens the share dialog, unless there is nothing to share. */
  share(request: ShareRequest = { what: 'flow' }): void {
    if (this.flows.value.length === 0) return;
    this.shareRequest.value = request;
    this.dialog.value = 'share';
  }

  say(text: string, { seen = true }: { readonly seen?: boolean } = {}): void {
    this.said.value = { text, seen };
    if (this.#saidTimer !== null) clearTimeout(this.#saidTimer);
    this.toast.value = null;
    this.#saidTimer = setTimeout(() => {
      this.said.value = { text: '', seen: false };
      this.toast.value = null;
    }, SAID_FOR);
  }

  /** Says something at the place that it concerns. */
  tell(text: string, place: Place): void {
    this.say(text, { seen: false });
    this.toast.value = { text, ...pointAt(place) };
  }
}
