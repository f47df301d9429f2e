import * as oauth from 'oauth4webapi';
import { type Attempt, attempt } from './status.ts';
import { fetchInServiceWorker, fetchInWorker } from './workers.ts';

/** How a client deviates from a correct one. */
export interface Fault {
  /** Changes the finished authorization request. */
  readonly authorization?: (parameters: URLSearchParams) => void;
  readonly redirectUri?: (registered: string) => string;
  readonly verifier?: (attempt: Attempt) => string | Promise<string>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
  readonly redeemTwice?: boolean;
  /** Begins a first attempt in a frame and leaves it at the login page. */
  readonly startsTwice?: boolean;
  /** The callback opens the address of its authorization request again. */
  readonly sendsTwice?: boolean;
}

/** Name under which the secrets of the first of two attempts are kept. */
export const EARLIER = 'earlier attempt';

const hostileText = '<img src=x onerror="globalThis.hostile=1">';

/** The fault of a scenario's client. Most have none. */
export function faultOf(name: string): Fault {
  return faults[name] ?? {};
}

const faults: Readonly<Record<string, Fault>> = {
  'form-post': { authorization: (it) => it.set('response_mode', 'form_post') },
  fragment: { authorization: (it) => it.set('response_mode', 'fragment') },
  'wrong-redirect-uri': {
    authorization: (it) => it.set('redirect_uri', `${it.get('redirect_uri')}-of-yesterday`),
  },
  'login-by-fetch-refused': {
    authorization: (it) => it.set('redirect_uri', `${it.get('redirect_uri')}/`),
  },
  'wrong-scope': { authorization: (it) => it.set('scope', `${it.get('scope')} notes.write`) },
  'missing-pkce': {
    authorization: (it) => {
      it.delete('code_challenge');
      it.delete('code_challenge_method');
    },
  },
  'verifier-of-another-attempt': {
    startsTwice: true,
    verifier: () => attempt.take(EARLIER).verifier,
  },
  'challenge-as-verifier': {
    verifier: ({ verifier }) => oauth.calculatePKCECodeChallenge(verifier),
  },
  'trailing-slash': { redirectUri: (registered) => `${registered}/` },
  'dedicated-worker': { fetch: fetchInWorker },
  'service-worker': { fetch: fetchInServiceWorker },
  'code-used-twice': { redeemTwice: true },
  'par-used-twice': { sendsTwice: true },
  'json-body': { fetch: sendAsJson },
  'failing-preflight': {
    headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
  },
  'cors-hides-error': { headers: { 'X-Client-Version': '1.0.0' } },
  hostile: {
    authorization: (it) => {
      for (const name of ['client_id', 'scope', 'state', 'nonce', 'login_hint', 'ui_locales']) {
        it.set(name, `${it.get(name) ?? ''}${hostileText}`);
      }
      it.set('redirect_uri', `${it.get('redirect_uri')}?next=${encodeURIComponent(hostileText)}`);
    },
  },
};

function sendAsJson(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  headers.set('Content-Type', 'application/json');
  const form = new URLSearchParams(String(init?.body));
  return fetch(input, { ...init, headers, body: JSON.stringify(Object.fromEntries(form)) });
}
