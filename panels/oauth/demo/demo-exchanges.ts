import { base64url } from '../../../src/http/base64.ts';
import type { Exchange, Header } from '../../../src/http/exchange.ts';

/** The stated parts of an invented exchange. */
export interface Draft {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly answer?: Readonly<Record<string, string>>;
  readonly body?: string | object;
  /** A script sent it. Otherwise it is a navigation. */
  readonly script?: boolean;
}

const fields = (map: Readonly<Record<string, string>> = {}): readonly Header[] =>
  Object.entries(map).map(([name, value]) => ({ name, value }));

/** Makes an exchange as a browser would have recorded it. */
export function exchange(draft: Draft, index: number): Exchange {
  const { at, url, headers, form, status = 200, answer, body = '', script = false } = draft;
  const posted = form && new URLSearchParams(form).toString();
  const type = form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {};
  return {
    id: `demo ${index}`,
    startedAt: at,
    duration: 60,
    destination: script ? 'empty' : 'document',
    mode: script ? 'cors' : 'navigate',
    preflight: false,
    request: {
      method: draft.method ?? (form ? 'POST' : 'GET'),
      url,
      headers: fields({ ...type, ...headers }),
      headersComplete: true,
      body: posted === undefined ? null : { text: posted },
    },
    response: {
      status,
      statusText: '',
      headers: fields({ Date: new Date(at).toUTCString(), ...answer }),
      headersComplete: true,
      body: { text: typeof body === 'string' ? body : JSON.stringify(body) },
    },
    failure: null,
    delivered: true,
    initiator: null,
    frame: null,
    source: 0,
    fromCache: false,
  };
}

/** A token as a server would sign it, with an invented signature. */
export function inventedJwt(claims: object): string {
  const part = (value: object) => base64url(new TextEncoder().encode(JSON.stringify(value)));
  const signature = part({ invented: 'for the demo, so it verifies with no key'.repeat(6) });
  return [part({ alg: 'RS256', kid: 'demo', typ: 'JWT' }), part(claims), signature].join('.');
}
