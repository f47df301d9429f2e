import browser, { type WebNavigation, type WebRequest } from 'webextension-polyfill';
import type { Exchange, Header } from '../../http/exchange.ts';
import type { Browser } from '../browsers/browser.ts';
import type { EndEvent, RequestEvent, WireEvent } from '../wire/wire-event.ts';
import type { Hub } from './hub.ts';
import { RelevantRequests } from './relevant-requests.ts';
import { canReadAnswers, readAnswer } from './response-filter.ts';
import { requestBodyOf } from './sent-body.ts';

const KINDS: RequestEvent['kind'][] = [
  'main_frame',
  'sub_frame',
  'xmlhttprequest',
  'ping',
  'other',
];
const FILTER: WebRequest.RequestFilter = { urls: ['<all_urls>'], types: KINDS };

interface Details {
  readonly tabId: number;
  readonly requestId: string;
  readonly timeStamp: number;
}

/** The sender's URL in Firefox, its origin in Chromium. */
function senderOf(details: object): string | null {
  for (const name of ['documentUrl', 'initiator', 'originUrl']) {
    const value: unknown = Reflect.get(details, name);
    if (typeof value === 'string' && /^https?:/i.test(value)) return value;
  }
  return null;
}

const sourceOf = (details: Details) => ({ tabId: details.tabId, sender: senderOf(details) });
const on = ({ requestId, timeStamp }: Details) => ({ requestId, at: timeStamp });

/** Firefox joins repeated Set-Cookie fields by a line feed. */
function headersOf(headers: WebRequest.HttpHeaders | undefined): Header[] {
  return (headers ?? []).flatMap(({ name, value = '' }) =>
    /^set-cookie$/i.test(name)
      ? value.split('\n').map((line) => ({ name, value: line }))
      : [{ name, value }],
  );
}

interface AnswerDetails extends Details {
  readonly statusCode: number;
  readonly statusLine: string;
  readonly responseHeaders?: WebRequest.HttpHeaders;
}

const answerOf = (details: AnswerDetails) => ({
  ...on(details),
  status: details.statusCode,
  // RFC 9112 section 4: everything behind the status code.
  statusText: /^\S+ \d+ (.*)$/.exec(details.statusLine ?? '')?.[1] ?? '',
  headers: headersOf(details.responseHeaders),
});

/** What decides about requests. */
interface Choice {
  /** Whether the body of the answer is read from the network. */
  wantsAnswer(request: RequestEvent): boolean;
  /** Whether the exchange, as far as it is known, may be recorded. */
  matters(exchange: Exchange): boolean;
}

/** Passes the events of the browser to the hub. Can be switched on and off at any time. */
export class BrowserListeners {
  #hub: Hub;
  #browser: Browser;
  #choice: Choice;
  #relevant: RelevantRequests;
  #listening = false;

  constructor(hub: Hub, behaviour: Browser, choice: Choice) {
    this.#hub = hub;
    this.#browser = behaviour;
    this.#choice = choice;
    this.#relevant = new RelevantRequests((exchange) => choice.matters(exchange));
  }

  /** Whether the permission was given. Without it, the interfaces do not exist. */
  static get possible(): boolean {
    return browser.webNavigation !== undefined && browser.webRequest !== undefined;
  }

  add(): void {
    if (this.#listening || !BrowserListeners.possible) return;
    this.#listening = true;
    const all = this.#browser.allHeaders;
    const { webRequest, webNavigation } = browser;
    const begin = canReadAnswers() ? ['blocking', 'requestBody'] : ['requestBody'];
    webRequest.onBeforeRequest.addListener(this.#begin, FILTER, begin as never);
    webRequest.onSendHeaders.addListener(this.#sent, FILTER, ['requestHeaders', ...all] as never);
    const answer = ['responseHeaders', ...all] as never;
    webRequest.onHeadersReceived.addListener(this.#headers, FILTER, answer);
    webRequest.onBeforeRedirect.addListener(this.#redirect, FILTER, answer);
    webRequest.onCompleted.addListener(this.#completed, FILTER, answer);
    webRequest.onErrorOccurred.addListener(this.#failed, FILTER);
    webNavigation.onCreatedNavigationTarget.addListener(this.#created);
    webNavigation.onCommitted.addListener(this.#committed);
    webNavigation.onHistoryStateUpdated.addListener(this.#moved);
    webNavigation.onReferenceFragmentUpdated.addListener(this.#moved);
    browser.tabs.onRemoved.addListener(this.#closed);
  }

  remove(): void {
    if (!this.#listening) return;
    this.#listening = false;
    const { webRequest, webNavigation } = browser;
    webRequest?.onBeforeRequest.removeListener(this.#begin);
    webRequest?.onSendHeaders.removeListener(this.#sent);
    webRequest?.onHeadersReceived.removeListener(this.#headers);
    webRequest?.onBeforeRedirect.removeListener(this.#redirect);
    webRequest?.onCompleted.removeListener(this.#completed);
    webRequest?.onErrorOccurred.removeListener(this.#failed);
    webNavigation?.onCreatedNavigationTarget.removeListener(this.#created);
    webNavigation?.onCommitted.removeListener(this.#committed);
    webNavigation?.onHistoryStateUpdated.removeListener(this.#moved);
    webNavigation?.onReferenceFragmentUpdated.removeListener(this.#moved);
    browser.tabs.onRemoved.removeListener(this.#closed);
  }

  #hand(event: WireEvent, details: Details): void {
    const source = sourceOf(details);
    if (this.#hub.awake && !this.#hub.isWatched(source)) return;
    for (const one of this.#relevant.take(event)) this.#hub.event(one, source);
  }

  #begin = (details: WebRequest.OnBeforeRequestDetailsType) => {
    const { tabId, method, url } = details;
    const source = sourceOf(details);
    const request: RequestEvent = {
      ...on(details),
      type: 'request',
      tabId,
      kind: details.type as RequestEvent['kind'],
      method,
      url,
      initiator: source.sender,
      body: requestBodyOf(details),
    };
    this.#hand(request, details);
    if (!canReadAnswers() || !this.#choice.wantsAnswer(request)) return {};
    const read = () => {
      if (!this.#hub.isWatched(source)) return {};
      readAnswer(details.requestId, (body) =>
        this.#hub.event({ ...on(details), type: 'body', body }, source),
      );
      return {};
    };
    // Firefox delays the request until the background, if just woken, knows whom it watches.
    return this.#hub.awake ? read() : this.#hub.ready.then(read);
  };

  #sent = (details: WebRequest.OnSendHeadersDetailsType) => {
    const headers = headersOf(details.requestHeaders);
    this.#hand({ ...on(details), type: 'sent', headers }, details);
  };

  #headers = (details: WebRequest.OnHeadersReceivedDetailsType) => {
    this.#hand({ ...answerOf(details), type: 'headers' }, details);
    return {};
  };

  #redirect = (details: WebRequest.OnBeforeRedirectDetailsType) => {
    this.#end(details, { redirect: details.redirectUrl, delivered: null });
  };

  #completed = (details: WebRequest.OnCompletedDetailsType) => {
    this.#end(details, { redirect: null, delivered: this.#browser.deliversCompleted });
  };

  #end(
    details: AnswerDetails & { readonly fromCache: boolean },
    rest: Pick<EndEvent, 'redirect' | 'delivered'>,
  ): void {
    const { fromCache } = details;
    const end = { ...answerOf(details), ...rest, type: 'end', error: null, fromCache } as const;
    this.#hand(end, details);
  }

  #failed = (details: WebRequest.OnErrorOccurredDetailsType) => {
    const { error, fromCache } = details;
    const nothing = { status: 0, statusText: '', headers: [], redirect: null, delivered: null };
    const end = { ...on(details), ...nothing, type: 'end', error, fromCache } as const;
    this.#hand(end, details);
  };

  #created = ({ sourceTabId, tabId }: WebNavigation.OnCreatedNavigationTargetDetailsType) => {
    this.#hub.opened(sourceTabId, tabId);
  };

  #committed = ({ tabId, frameId, url }: WebNavigation.OnCommittedDetailsType) => {
    if (frameId === 0) this.#hub.loaded(tabId, url);
  };

  #closed = (tab: number) => {
    this.#hub.closed(tab);
  };

  #moved = ({ tabId, frameId, url, timeStamp }: WebNavigation.OnHistoryStateUpdatedDetailsType) => {
    if (frameId === 0) this.#hub.moved(tabId, { at: timeStamp, url });
  };
}
