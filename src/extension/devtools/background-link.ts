import browser, { type Runtime } from 'webextension-polyfill';
import { BroadcastSchema, type OwnMessage } from '../wire/broadcast.ts';
import {
  PORT,
  type ToBackground,
  type ToDevtools,
  ToDevtoolsSchema,
} from '../wire/devtools-port.ts';
import { parsed } from '../wire/parsed.ts';
import type { RehearsalOrder } from '../wire/rehearsal-order.ts';
import { isRehearsalNews, type RehearsalLine, type RehearsalNews } from './rehearsal-line.ts';

/** What a devtools page does with the messages of the background. */
export interface Receiver {
  message(message: ToDevtools): void;
  /** The target is no tab of this browser, so the background cannot record it. */
  impossible(): void;
  /** The background does not answer. */
  silent(): void;
  /** Origin of the inspected page, whose service worker belongs to the tab. */
  origin(): Promise<string | null>;
}

/** A devtools page's line to the background. */
export interface BackgroundLine extends RehearsalLine {
  /** Connects, and connects again whenever the background was stopped. */
  open(receiver: Receiver): void;
  /** Opens the page that asks for the permission. */
  ask(): void;
  /** Gives the permission back. */
  forget(): void;
}

/** Milliseconds between two pings. Browsers stop a background that is idle for 30 seconds. */
const PING = 10_000;
/** A background that has not answered after this many milliseconds is taken for stuck. */
const ANSWER_PATIENCE = 8_000;
/** Pauses before the line is opened again, in milliseconds. They double while nothing answers. */
const RETRY = 100;
const LONGEST_RETRY = 60_000;

/** The line of this devtools page. */
export class BackgroundLink implements BackgroundLine {
  #receiver: Receiver | null = null;
  #port: Runtime.Port | null = null;
  #on = false;
  #tries = 0;
  #late: ReturnType<typeof setTimeout> | null = null;
  #order: RehearsalOrder | null = null;
  #listener: ((message: RehearsalNews) => void) | null = null;

  get tabId(): number | null {
    return browser.devtools.inspectedWindow.tabId ?? null;
  }

  open(receiver: Receiver): void {
    this.#receiver = receiver;
    // A remote target, as a page of a phone, has no tab here.
    if (browser.devtools.inspectedWindow.tabId === undefined) {
      receiver.impossible();
      return;
    }
    this.#connect();
    setInterval(() => (this.#on || this.#order) && this.#post({ type: 'ping' }), PING);
    browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
      if (sender.id !== browser.runtime.id || sender.tab) return undefined;
      if (parsed(BroadcastSchema, raw)) this.#connect();
      return undefined;
    });
  }

  ask(): void {
    this.#connect();
    this.#post({ type: 'ask' });
  }

  forget(): void {
    this.#connect();
    this.#post({ type: 'forget' });
  }

  listen(listener: (message: RehearsalNews) => void): void {
    this.#listener = listener;
  }

  keep(order: RehearsalOrder | null): void {
    const { tabId } = this;
    if (tabId === null || (order === null && this.#order === null)) return;
    if (order && !this.#order) addEventListener('pagehide', this.#leave);
    if (!order) removeEventListener('pagehide', this.#leave);
    this.#order = order;
    this.say(order ? { type: 'arm', order } : { type: 'disarm' });
  }

  say(message: ToBackground): void {
    if (this.tabId === null) return;
    const wasOpen = this.#port !== null;
    this.#connect();
    // A new line says the order by itself.
    if (wasOpen || message.type !== 'arm') this.#post(message);
  }

  /** DevTools close. Where the port ends unseen, as after a stop of the background, this is heard. */
  #leave = (): void => {
    const { tabId } = this;
    if (tabId === null) return;
    const message: OwnMessage = { type: 'rehearsal-over', tabId };
    void browser.runtime.sendMessage(message).catch(() => undefined);
  };

  #connect(): void {
    if (this.#port) return;
    const port = openPort();
    if (!port) return;
    this.#port = port;
    port.onMessage.addListener((raw) => {
      this.#heard();
      const message = parsed(ToDevtoolsSchema, raw);
      if (!message || message.type === 'pong') return;
      if (isRehearsalNews(message)) {
        this.#listener?.(message);
        return;
      }
      if (message.type === 'state') this.#on = message.on;
      // The background has not heard of navigations so far, so it may know another page.
      if (this.#on && message.type === 'state') void this.#watch();
      this.#receiver?.message(message);
    });
    port.onDisconnect.addListener(() => {
      if (this.#port === port) {
        this.#port = null;
        // A background that was stopped is not stuck, and the next one has its own time to answer.
        this.#waitNoMore();
      }
      // At once: DevTools may close before anything else runs, and this starts the background again.
      if (this.#order) this.#connect();
      // Without the permission there is nothing to record, and the background may sleep.
      else if (this.#on) this.#connectLater();
    });
    const { tabId } = browser.devtools.inspectedWindow;
    this.#post({ type: 'watch', tabId, origin: null });
    if (this.#order) this.#post({ type: 'arm', order: this.#order });
  }

  #connectLater(): void {
    const pause = Math.min(LONGEST_RETRY, RETRY * 2 ** this.#tries);
    this.#tries += 1;
    setTimeout(() => this.#connect(), pause);
  }

  #heard(): void {
    this.#tries = 0;
    this.#waitNoMore();
  }

  #waitNoMore(): void {
    if (this.#late !== null) clearTimeout(this.#late);
    this.#late = null;
  }

  #onSilence(): void {
    this.#late = null;
    this.#receiver?.silent();
    const stuck = this.#port;
    this.#port = null;
    this.#connectLater();
    try {
      stuck?.disconnect();
    } catch {
      // The extension has ended meanwhile.
    }
  }

  async #watch(): Promise<void> {
    const { tabId } = browser.devtools.inspectedWindow;
    const origin = (await this.#receiver?.origin()) ?? null;
    this.#post({ type: 'watch', tabId, origin });
  }

  #post(message: ToBackground): void {
    try {
      this.#port?.postMessage(message);
      if (this.#port) this.#late ??= setTimeout(() => this.#onSilence(), ANSWER_PATIENCE);
    } catch {
      this.#port = null;
      this.#connectLater();
    }
  }
}

/** Null when the browser has ended the extension under this page. */
function openPort(): Runtime.Port | null {
  try {
    return browser.runtime.connect({ name: PORT });
  } catch {
    return null;
  }
}
