import browser, { type Runtime } from 'webextension-polyfill';
import { BroadcastSchema } from '../wire/broadcast.ts';
import {
  PORT,
  type ToBackground,
  type ToDevtools,
  ToDevtoolsSchema,
} from '../wire/devtools-port.ts';
import { parsed } from '../wire/parsed.ts';

/** What a devtools page does with the messages of the background. */
export interface Receiver {
  message(message: ToDevtools): void;
  /** Origin of the inspected page, whose service worker belongs to the tab. */
  origin(): Promise<string | null>;
}

/** A devtools page's line to the background. */
export interface BackgroundLine {
  /** Connects, and connects again whenever the background was stopped. */
  open(receiver: Receiver): void;
  /** Opens the page that asks for the permission. */
  ask(): void;
  /** Gives the permission back. */
  forget(): void;
}

/** Milliseconds between two pings. Browsers stop a background that is idle for 30 seconds. */
const PING = 10_000;
const RETRY = 100;

/** The line of this devtools page. */
export class BackgroundLink implements BackgroundLine {
  #receiver: Receiver | null = null;
  #port: Runtime.Port | null = null;
  #on = false;

  open(receiver: Receiver): void {
    this.#receiver = receiver;
    this.#connect();
    setInterval(() => this.#on && this.#post({ type: 'ping' }), PING);
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

  #connect(): void {
    if (this.#port) return;
    const port = browser.runtime.connect({ name: PORT });
    this.#port = port;
    port.onMessage.addListener((raw) => {
      const message = parsed(ToDevtoolsSchema, raw);
      if (!message) return;
      if (message.type === 'state') this.#on = message.on;
      // The background has not heard of navigations so far, so it may know another page.
      if (this.#on && message.type === 'state') void this.#watch();
      this.#receiver?.message(message);
    });
    port.onDisconnect.addListener(() => {
      if (this.#port === port) this.#port = null;
      // Without the permission there is nothing to record, and the background may sleep.
      if (this.#on) setTimeout(() => this.#connect(), RETRY);
    });
    const { tabId } = browser.devtools.inspectedWindow;
    this.#post({ type: 'watch', tabId, origin: null });
  }

  async #watch(): Promise<void> {
    const { tabId } = browser.devtools.inspectedWindow;
    const origin = (await this.#receiver?.origin()) ?? null;
    this.#post({ type: 'watch', tabId, origin });
  }

  #post(message: ToBackground): void {
    try {
      this.#port?.postMessage(message);
    } catch {
      this.#port = null;
      this.#connect();
    }
  }
}
