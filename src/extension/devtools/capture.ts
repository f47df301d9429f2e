import { entryToExchange, withResponseBody } from '../../har/entry.ts';
import { isRecord } from '../../har/loose.ts';
import type { Body, Exchange } from '../../http/exchange.ts';
import { isRedirect } from '../../http/status.ts';
import { isEndpointCall, type Triage } from '../../oauth/triage.ts';
import type { Browser } from '../browsers/browser.ts';
import { readBody, readDocument } from './body.ts';
import type { DevtoolsApi, LiveEntry } from './devtools-api.ts';
import type { LiveRecording } from './live-recording.ts';
import { fullRecording, lostBody } from './recorder-gaps.ts';
import { sharedRead } from './shared-read.ts';

/** After this many milliseconds an exchange is recorded, even without its body. */
const BODY_PATIENCE = 5_000;

/** Copies of the background arrive within this many milliseconds. */
const COPY_PATIENCE = 2_000;

const NOT_FETCHED: Body = { unknown: 'not-fetched' };

/** Where an entry came from: an event as it finished, or the log afterwards. */
export type EntrySource = 'event' | 'log';

interface Wanted {
  readonly entry: LiveEntry;
  readonly exchange: Exchange;
  readonly from: EntrySource;
}

/** What a capture works with. */
export interface CaptureParts {
  readonly api: Pick<DevtoolsApi, 'readResources'>;
  readonly browser: Browser;
  readonly triage: Triage;
  readonly recording: LiveRecording;
}

/** Turns entries into exchanges of a recording, with the bodies that something may read. */
export class Capture {
  #browser: Browser;
  #readResources: DevtoolsApi['readResources'] | null;
  #triage: Triage;
  #recording: LiveRecording;

  constructor({ api, browser, triage, recording }: CaptureParts) {
    this.#browser = browser;
    // Each time Chromium is asked, it lists, checks and copies every resource of the page.
    this.#readResources = browser.forgetsBodies ? sharedRead(() => api.readResources(), []) : null;
    this.#triage = triage;
    this.#recording = recording;
  }

  /** The exchange, or null when it does not matter. It is recorded once its body is there. */
  take(entry: LiveEntry, id: string, from: EntrySource): Exchange | null {
    if (this.#recording.paused) return null;
    const ownText = from === 'log' && hasOwnText(entry);
    const { dialect } = this.#browser;
    const unread = entryToExchange(entry, { id, source: 0, dialect });
    const exchange = ownText ? withResponseBody(unread, entry, dialect) : unread;
    if (this.#triage.relevance(exchange) === 'none' || this.#isTooMuch(exchange)) return null;
    const origin = {
      epoch: this.#recording.epoch,
      side: 'devtools',
    } as const;
    const put = (body?: Body) => {
      const whole = withBody(exchange, body);
      this.#triage.learn(whole);
      this.#recording.put(whole, origin);
    };
    if (ownText || exchange.failure) put();
    else if (!this.#wantsBody(exchange)) put(unaskedBody(exchange));
    else this.#fetchBody({ entry, exchange, from }, put);
    return exchange;
  }

  /** Records an exchange that the background has seen. */
  takeSeen(exchange: Exchange): void {
    if (this.#recording.paused || this.#triage.relevance(exchange) === 'none') return;
    if (this.#isTooMuch(exchange)) return;
    const epoch = this.#recording.epoch;
    this.#recording.put(exchange, { epoch, side: 'background' });
  }

  /** A full recording has room for logins, but not for calls of an API that succeed. */
  #isTooMuch(exchange: Exchange): boolean {
    if (!this.#recording.isFull || !this.#triage.isServedApiCall(exchange)) return false;
    this.#recording.lastingGap(fullRecording(exchange.startedAt));
    return true;
  }

  #wantsBody(exchange: Exchange): boolean {
    return this.#triage.wantsBody(exchange) && !this.#triage.isServedApiCall(exchange);
  }

  #fetchBody({ entry, exchange, from }: Wanted, put: (body: Body) => void): void {
    const { destination } = exchange;
    const readResources = isEndpointCall(exchange) ? this.#readResources : null;
    // There was no event, so the page has not read the body, and the browser often never answers.
    if (from === 'log') put({ unknown: 'not-read' });
    const late =
      from === 'event' ? setTimeout(() => put({ unknown: 'timed-out' }), BODY_PATIENCE) : undefined;
    void readBody({ entry, browser: this.#browser, readResources }).then((body) => {
      clearTimeout(late);
      if (from === 'event' || 'text' in body) put(body);
      const lost = 'unknown' in body && body.unknown === 'page-left';
      if (lost && isEndpointCall(exchange) && exchange.request.method === 'POST')
        this.#tellLoss(exchange);
      if (lost && destination === 'document') void this.#fetchDocument(entry, put);
    });
  }

  /** Reports the loss, unless the background has the response or delivers it in a moment. */
  #tellLoss(exchange: Exchange): void {
    const tell = () => {
      const known = this.#recording.find(exchange.id)?.response?.body;
      if (!known || 'unknown' in known) this.#recording.gap(lostBody(exchange, this.#browser));
    };
    if (this.#recording.background === 'on') setTimeout(tell, COPY_PATIENCE);
    else tell();
  }

  async #fetchDocument(entry: LiveEntry, put: (body: Body) => void): Promise<void> {
    const [browser, readResources] = [this.#browser, this.#readResources];
    const body = await readDocument({ entry, browser, readResources });
    if (body) put(body);
  }
}

/** Whether the log has the body, as in Firefox. */
function hasOwnText(entry: LiveEntry): boolean {
  const response = isRecord(entry.response) ? entry.response : {};
  return isRecord(response.content) && typeof response.content.text === 'string';
}

function withBody(exchange: Exchange, body: Body | undefined): Exchange {
  const { response } = exchange;
  return response && body ? { ...exchange, response: { ...response, body } } : exchange;
}

/** A 204 and a HEAD have no body (RFC 9110 section 6.4.1), and browsers keep none of a redirect. */
function unaskedBody({ request, response }: Exchange): Body {
  if (!response || response.status === 204 || request.method === 'HEAD') return { text: '' };
  const redirect = isRedirect(response) && response.status !== 304;
  return redirect ? { unknown: 'not-recorded' } : NOT_FETCHED;
}
