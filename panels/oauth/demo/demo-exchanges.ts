import type { Exchange, Header } from '../../../src/http/exchange.ts';

/** The stated parts of an invented exchange. */
export interface Draft {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method?: 'GET' | 'POST' | 'OPTIONS';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly answer?: Readonly<Record<string, string>>;
  readonly body?: string | object;
  /** Milliseconds until the answer. */
  readonly took?: number;
  /** A script sent it. Otherwise it is a navigation. */
  readonly script?: boolean;
  /** The browser kept the answer from the page and from the recorder. */
  readonly withheld?: boolean;
}

const AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

const fields = (map: Readonly<Record<string, string>> = {}): readonly Header[] =>
  Object.entries(map).map(([name, value]) => ({ name, value }));

const textOf = (body: string | object): string =>
  typeof body === 'string' ? body : JSON.stringify(body);

/** Makes an exchange as Chromium would have recorded it. */
export function exchange(draft: Draft, index: number): Exchange {
  const { at, url, headers, form, status = 200, answer, body = '' } = draft;
  const { script = false, withheld = false, took = 60 } = draft;
  const posted = form && new URLSearchParams(form).toString();
  const type = form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {};
  return {
    id: `demo ${index}`,
    startedAt: at,
    duration: took,
    destination: script ? 'empty' : 'document',
    mode: script ? 'cors' : 'navigate',
    preflight: draft.method === 'OPTIONS',
    request: {
      method: draft.method ?? (form ? 'POST' : 'GET'),
      url,
      headers: fields({ 'User-Agent': AGENT, ...type, ...headers }),
      headersComplete: true,
      body: posted === undefined ? null : { text: posted },
    },
    response: {
      status,
      statusText: '',
      headers: fields({ Date: new Date(at + took).toUTCString(), ...answer }),
      headersComplete: true,
      body: withheld ? { unknown: 'withheld' } : { text: textOf(body) },
    },
    failure: withheld ? { reason: 'blocked-by-cors', text: 'net::ERR_FAILED' } : null,
    delivered: !withheld,
    initiator: null,
    frame: null,
    source: 0,
    fromCache: false,
  };
}
