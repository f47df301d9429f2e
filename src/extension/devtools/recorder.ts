import type { Exchange } from '../../http/exchange.ts';
import { originOfUrl } from '../../http/url.ts';
import type { Triage } from '../../oauth/triage.ts';
import type { Browser } from '../browsers/browser.ts';
import type { RecorderPort } from '../handover.ts';
import type { ToDevtools } from '../wire/devtools-port.ts';
import { WireExchanges } from '../wire/wire-exchange.ts';
import type { BackgroundLine } from './background-link.ts';
import { Capture } from './capture.ts';
import { LATE } from './deadline.ts';
import type { DevtoolsApi, LiveEntry } from './devtools-api.ts';
import { EntryIndex } from './entry-index.ts';
import { isNoise } from './live-entry.ts';
import { LiveRecording } from './live-recording.ts';
import { liveRehearsals } from './live-rehearsals.ts';
import { LogSchedule } from './log-schedule.ts';
import { LogWeight } from './log-weight.ts';
import { LostPages } from './lost-pages.ts';
import { awaitPageState, looksLikeCallback, type PageState, readPageState } from './page-state.ts';
import { type PatientDevtools, patientDevtools } from './patient-devtools.ts';
import {
  blindPage,
  heavyLog,
  isLocalPage,
  lateStart,
  localPage,
  lostEvents,
  silentBackground,
  silentLog,
  silentPage,
} from './recorder-gaps.ts';
import { chainStart } from './redirect-chain.ts';

/** If the log keeps pages, DevTools are left alone for this many milliseconds after a callback. */
const CALLBACK_QUIET = 800;
/** The recorder listens again after this many milliseconds at the latest. */
const MAX_DEAF = 5_000;

/** What a recorder works with. */
export interface RecorderParts {
  readonly api: DevtoolsApi;
  readonly browser: Browser;
  readonly triage: Triage;
  /** Null when only what DevTools deliver is recorded. */
  readonly line: BackgroundLine | null;
}

/** Records everything that may belong to OAuth, and nothing else, from its creation on. */
export class Recorder {
  readonly port: RecorderPort;
  #api: PatientDevtools;
  #browser: Browser;
  #recording = new LiveRecording();
  #index: EntryIndex;
  #capture: Capture;
  #triage: Triage;
  #wire: WireExchanges;
  #schedule: LogSchedule;
  #stopListening: (() => void) | null = null;
  #page: PageState | null = null;
  #logKeepsPages = false;
  #blind = false;
  #weight: LogWeight;
  #lostPages: LostPages;

  #line: BackgroundLine | null;

  constructor({ api: devtools, browser, triage, line }: RecorderParts) {
    const api = patientDevtools(devtools, {
      page: () => this.#recording.gap(silentPage(Date.now())),
      log: () => this.#recording.gap(silentLog(Date.now())),
    });
    this.#api = api;
    this.#browser = browser;
    this.#line = line;
    this.#triage = triage;
    this.#index = new EntryIndex(browser.isPending);
    this.#weight = new LogWeight(browser.logLimit);
    this.#capture = new Capture({ api, browser, triage, recording: this.#recording });
    const seen = (exchange: Exchange): void => this.#capture.takeSeen(exchange);
    this.#wire = new WireExchanges(seen, api.tabId ?? null);
    this.#lostPages = new LostPages(api, this.#recording);
    this.#schedule = new LogSchedule(browser.logPace, (last) => this.#readLog(last));
    this.#listen();
    api.onNavigated((url) => void this.#onNavigated(url));
    this.port = this.#createPort();
    line?.open({
      message: (message) => this.#onBackground(message),
      impossible: () => this.#recording.setBackground('impossible'),
      silent: () => this.#onSilentBackground(),
      origin: async () => {
        const url = (await readPageState(api))?.url;
        return url === undefined ? null : originOfUrl(url);
      },
    });
    void this.#start(Date.now());
  }

  /** The user opened the panel. What events did not deliver is looked for now. */
  shown(): void {
    if (this.#browser.readsLogWhileLoading && this.#stopListening) void this.#schedule.now();
  }

  /** The browser has ended the extension: nothing more can be recorded. */
  end(): void {
    this.#recording.end();
  }

  #createPort(): RecorderPort {
    const recording = this.#recording;
    return {
      subscribe: (listener) => recording.subscribe(listener),
      askBeforeDropping: (ask) => recording.limit.askBeforeDropping(ask),
      clear: () => recording.clear(),
      undoClear: () => recording.undoClear(),
      setPaused: (paused) => recording.setPaused(paused),
      setKeep: (keep) => recording.setKeep(keep),
      reloadPage: () => this.#api.reload(),
      showNetwork: this.#api.showNetwork,
      askForBackground: () => this.#line?.ask(),
      stopBackground: () => this.#line?.forget(),
      inspectedUrl: async () => (await readPageState(this.#api))?.url ?? null,
      rehearsal: liveRehearsals(this.#api, recording, this.#line),
    };
  }

  #onBackground(message: ToDevtools): void {
    if (message.type === 'state') this.#recording.setBackground(message.on ? 'on' : 'off');
    else if (message.type === 'navigation') this.#recording.navigation(message.navigation);
    else if (message.type === 'lost') {
      this.#recording.gap(lostEvents(message.count, Date.now()));
    } else if (message.type === 'events') this.#wire.takeAll(message.events);
  }

  #onSilentBackground(): void {
    if (this.#recording.background === 'on') this.#recording.gap(silentBackground(Date.now()));
    this.#recording.setBackground('unknown');
  }

  async #start(startedAt: number): Promise<void> {
    const [log, state] = await Promise.all([this.#api.readLog(), readPageState(this.#api)]);
    this.#page ??= state;
    if (log && log !== LATE && log.entries.length > 0) return this.#schedule.now();
    if (state && /^https?:/i.test(state.url) && state.since < startedAt) {
      this.#recording.gap(lateStart(startedAt));
    }
    if (log !== LATE)
      this.#tellLocalPage((state ?? (await awaitPageState(this.#api)))?.url ?? null);
  }

  #tellLocalPage(url: string | null): void {
    const hidden = url === null ? this.#page === null : isLocalPage(url);
    if (hidden) this.#recording.lastingGap(localPage(url, Date.now()));
  }

  #listen(): void {
    this.#stopListening ??= this.#api.onRequestFinished((entry) => this.#onEntry(entry));
  }

  #onEntry(entry: LiveEntry): void {
    this.#weight.add(entry);
    if (isNoise(entry)) return;
    const exchange = this.#capture.take(entry, this.#index.fromEvent(entry), 'event');
    // Also for what triage drops: on a busy machine Firefox may withhold the event of any request.
    this.#schedule.activity(exchange !== null && !this.#isRoutine(exchange));
  }

  /** Calls of an API that succeed come all day. A log that is read often is not read for them. */
  #isRoutine(exchange: Exchange): boolean {
    return this.#browser.logPace.idle !== null && this.#triage.isServedApiCall(exchange);
  }

  async #readLog(last: boolean): Promise<void> {
    if (this.#weight.isTooHeavy) {
      if (this.#recording.exchanges.length > 0) this.#recording.lastingGap(heavyLog(Date.now()));
      return this.#askPage();
    }
    const log = await this.#api.readLog();
    if (log === LATE) return this.#listen();
    if (!log) return this.#onBlind();
    this.#blind = false;
    this.#logKeepsPages = this.#browser.keepsPages(log, this.#page);
    // While nothing listens, the log takes the place of the events.
    const from = this.#stopListening ? 'log' : 'event';
    const entries = log.entries.filter((entry) => !isNoise(entry));
    for (const { entry, id } of this.#index.fromLog(entries, last)) {
      this.#capture.take(entry, id, from);
    }
    this.#listen();
    await this.#askPage();
  }

  async #askPage(): Promise<void> {
    if (this.#browser.tellsOfUrlChanges) return;
    const state = await readPageState(this.#api);
    if (state && state.since === this.#page?.since) this.#tellPage(state, state.url);
  }

  #onBlind(): void {
    const interesting = this.#browser.hidesOwnPages && this.#recording.exchanges.length > 0;
    if (!this.#blind && interesting) this.#recording.lastingGap(blindPage(Date.now()));
    this.#blind = true;
    this.#listen();
  }

  async #onNavigated(url: string): Promise<void> {
    if (this.#browser.readsLogWhileLoading) this.#lookAfterNavigation(url);
    else this.#schedule.postpone();
    const state = await awaitPageState(this.#api);
    const loaded = this.#tellPage(state, url);
    if (isLocalPage(url)) this.#tellLocalPage(url);
    if (loaded && this.#browser.losesPageRequests) this.#lookAfterLoad(state, url);
    if (loaded && !this.#recording.keep) {
      const began = state?.since ?? chainStart(this.#recording.exchanges, url);
      this.#recording.dropBefore(began ?? Date.now());
    }
  }

  #lookAfterLoad(state: PageState | null, url: string): void {
    if (!this.#logKeepsPages) this.#weight.clear();
    this.#lostPages.watch(url, state);
  }

  /** Records a URL that no request was made for. Returns whether the document is a new one. */
  #tellPage(state: PageState | null, url: string): boolean {
    const loaded = !state || state.since !== this.#page?.since;
    // A page that has just loaded may have rewritten its URL before it could be asked.
    const told = loaded ? (state?.loaded ?? url) : this.#page?.url;
    if (state && state.url !== told) {
      this.#recording.navigation({ at: Date.now(), url: state.url });
    }
    this.#page = state;
    return loaded;
  }

  /**
   * A browser that forgets bodies gives every entry that it shows an id, and forgets all ids at the
   * next change of the URL. So nothing is asked while a callback page runs.
   */
  #lookAfterNavigation(url: string): void {
    if (this.#blind || !looksLikeCallback(url)) void this.#schedule.now();
    else if (!this.#logKeepsPages) this.#schedule.activity(true);
    else {
      this.#stopListening?.();
      this.#stopListening = null;
      this.#schedule.in(CALLBACK_QUIET);
      setTimeout(() => this.#listen(), MAX_DEAF);
    }
  }
}
