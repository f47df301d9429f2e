import browser, { type Runtime } from 'webextension-polyfill';
import { isRecord } from '../../har/loose.ts';
import {
  type BackgroundLine,
  PORT,
  type Receiver,
  type ToBackground,
  type ToDevtools,
} from '../wire.ts';

/** The background is stopped when it has been idle for thirty seconds; milliseconds. */
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
    browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
      if (sender.id !== browser.runtime.id || sender.tab || !isRecord(message)) return undefined;
      if (message.type === 'permission') this.#connect();
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
      const message = raw as ToDevtools;
      if (message.type === 'state') this.#on = message.on;
      // Which page that is may have changed while nobody told the background of navigations.
      if (this.#on && message.type === 'state') void this.#watch();
      this.#receiver?.message(message);
    });
    port.onDisconnect.addListener(() => {
      if (this.#port === port) this.#port = null;
      // While there is nothing to record, nobody keeps the background awake.
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
