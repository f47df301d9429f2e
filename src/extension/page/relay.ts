import type { Copy, HelloAnswer, PageMessage } from '../wire/page-message.ts';
import { ASK, heardEvent, stopEvent, TELL } from './handshake.ts';

/**
 * Runs beside the page, in the extension's own world. Takes copies from `copy.ts` in the page and
 * sends them to the background. Both run before any script of the page.
 */
const MAX_MESSAGE = 2_500_000;
const MAX_COPIES = 500;

declare const chrome: {
  readonly runtime: {
    /** Answers a `hello`, and nothing else. The background checks every message. */
    sendMessage(message: Hello | Unchecked): Promise<HelloAnswer | undefined>;
  };
};

type Hello = Extract<PageMessage, { type: 'hello' }>;
/** What claims to be a copy. */
type Unchecked = Pick<Copy, 'type'>;

let count = 0;

function relay(event: Event): void {
  const { detail } = event as CustomEvent<unknown>;
  if (typeof detail !== 'string' || detail.length > MAX_MESSAGE || ++count > MAX_COPIES) return;
  try {
    const copy: unknown = JSON.parse(detail);
    if (typeof copy !== 'object' || copy === null) return;
    chrome.runtime.sendMessage({ ...copy, type: 'copy' }).catch(() => undefined);
  } catch {
    // `copy.ts` writes only JSON, so the page has forged this.
  }
}

function listen(event: Event): void {
  const { detail: name } = event as CustomEvent<unknown>;
  if (typeof name !== 'string') return;
  document.addEventListener(name, relay);
  document.dispatchEvent(new Event(heardEvent(name)));
  chrome.runtime.sendMessage({ type: 'hello' }).then(
    (watched) => {
      if (watched !== false) return;
      document.removeEventListener(name, relay);
      document.dispatchEvent(new Event(stopEvent(name)));
    },
    () => undefined,
  );
}

document.addEventListener(TELL, listen, { once: true });
document.dispatchEvent(new Event(ASK));
