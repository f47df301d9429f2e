import type { DevtoolsApi, HarLog, LiveEntry } from '../../src/extension/devtools/devtools-api.ts';
import type { RecorderEvent, RecorderPort } from '../../src/extension/handover.ts';
import type { Exchange, Header } from '../../src/http/exchange.ts';

interface EntryFacts {
  readonly at?: number;
  readonly time?: number;
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly post?: string;
  readonly status?: number;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  readonly size?: number;
  readonly getContent?: unknown;
}

export interface ChromiumFacts extends EntryFacts {
  readonly error?: string | null;
  readonly type?: string;
  readonly viaWorker?: boolean;
  /** Has only the headers that are known before a request is sent. */
  readonly provisional?: boolean;
}

export interface FirefoxFacts extends EntryFacts {
  readonly security?: string;
  readonly timings?: object;
  readonly bodySize?: number;
  readonly httpVersion?: string;
  readonly encoding?: string;
  /** Without an answer, an entry has no type until the request ends, and no size until it is sent. */
  readonly without?: 'end' | 'sending';
}

/** 21 Nov 2026, 12:00:00 UTC: the start of every recording in these tests. */
export const NOON = Date.UTC(2026, 10, 21, 12);

export const TOKEN_URL = 'https://as.example.com/token';
export const TOKEN_FORM = 'grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA';

const pairs = (headers: Readonly<Record<string, string>> = {}): Header[] =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

function requestOf(facts: EntryFacts, wire: Readonly<Record<string, string>>) {
  const { method = 'GET', url = TOKEN_URL, headers, post } = facts;
  const mimeType = 'application/x-www-form-urlencoded';
  const postData = post === undefined ? {} : { postData: { mimeType, text: post } };
  return { method, url, headers: pairs({ ...wire, ...headers }), bodySize: 0, ...postData };
}

/** An entry as Chromium delivers it: a token response with status 200 by default. */
export function chromiumEntry(facts: ChromiumFacts = {}): LiveEntry {
  const { at = 0, time = 8.25, status = 200, error = null, type = 'fetch', size = 0 } = facts;
  return {
    startedDateTime: new Date(NOON + at).toISOString(),
    time,
    _resourceType: type,
    _initiator: { type: 'other' },
    request: {
      ...requestOf(facts, facts.provisional ? {} : { Host: 'as.example.com' }),
      headersSize: facts.provisional ? -1 : 500,
    },
    response: {
      status,
      statusText: '',
      headers: pairs(facts.responseHeaders ?? { 'Content-Type': 'application/json' }),
      content: { size, mimeType: 'application/json' },
      _transferSize: 100,
      _error: error,
      _fetchedViaServiceWorker: facts.viaWorker ?? false,
    },
    ...(facts.getContent === undefined ? {} : { getContent: facts.getContent }),
  } as LiveEntry;
}

/** An entry as Firefox delivers it. */
export function firefoxEntry(facts: FirefoxFacts = {}): LiveEntry {
  const { at = 0, time = 8, status = 200, timings = { wait: 8 }, size = 0 } = facts;
  const { httpVersion = 'HTTP/1.1', bodySize = 100 } = facts;
  const encoding = facts.encoding === undefined ? {} : { encoding: facts.encoding };
  const type = facts.without ? {} : { mimeType: 'application/json' };
  const headersSize = facts.without === 'sending' ? 0 : 500;
  return {
    startedDateTime: new Date(NOON + at).toISOString().replace('Z', '+00:00'),
    time,
    timings,
    _securityState: facts.security ?? 'secure',
    request: { ...requestOf(facts, { Host: 'as.example.com' }), httpVersion, headersSize },
    response: {
      status,
      statusText: '',
      headers: pairs(facts.responseHeaders ?? { 'content-type': 'application/json' }),
      content: { size, ...type, ...encoding },
      bodySize,
    },
    ...(facts.getContent === undefined ? {} : { getContent: facts.getContent }),
  } as LiveEntry;
}

/** DevTools that a test controls in place of the browser. */
export interface TestDevtools extends DevtoolsApi {
  finish(entry: LiveEntry): void;
  navigate(url: string): void;
  log: HarLog | null;
  /** URL, `performance.timeOrigin` and loaded URL of the page; null while it has no context. */
  page: readonly [string, number, string?] | null;
  listening: boolean;
  reads: number;
  reloads: number;
}

/** DevTools of a page that has loaded these resources. */
export function testDevtools(
  readResources: DevtoolsApi['readResources'] = async () => [],
): TestDevtools {
  let listener: ((entry: LiveEntry) => void) | null = null;
  let navigated: (url: string) => void = () => undefined;
  const api: TestDevtools = {
    log: { entries: [], pages: 0 },
    page: ['https://client.example.com/', NOON - 1000],
    listening: false,
    reads: 0,
    reloads: 0,
    readResources,
    onRequestFinished(listen) {
      listener = listen;
      api.listening = true;
      return () => {
        listener = null;
        api.listening = false;
      };
    },
    onNavigated(listen) {
      navigated = listen;
    },
    async readLog() {
      api.reads += 1;
      return api.log;
    },
    async evaluate() {
      return api.page ? api.page.join(' ') : null;
    },
    showNetwork: null,
    reload() {
      api.reloads += 1;
    },
    finish: (entry) => listener?.(entry),
    navigate: (url) => navigated(url),
  };
  return api;
}

/** All events that a panel receives when it opens now. */
export function eventsOf(port: RecorderPort): readonly RecorderEvent[] {
  const events: RecorderEvent[] = [];
  port.subscribe((event) => events.push(event))();
  return events;
}

export function exchangesOf(port: RecorderPort): readonly Exchange[] {
  return eventsOf(port).flatMap((event) => (event.type === 'exchanges' ? event.exchanges : []));
}

export function gapsOf(port: RecorderPort): readonly string[] {
  return eventsOf(port).flatMap((event) => (event.type === 'gap' ? [event.gap.kind] : []));
}
