import * as oauth from 'oauth4webapi';
import { clientKey, keyId } from './client-key.ts';
import { type Attempt, attempt } from './status.ts';
import { fetchInServiceWorker, fetchInWorker } from './workers.ts';

/** How a client deviates from a correct one. */
export interface Fault {
  /** Changes the finished authorization request. */
  readonly authorization?: (parameters: URLSearchParams) => void;
  readonly redirectUri?: (registered: string) => string;
  readonly verifier?: (attempt: Attempt) => string | Promise<string>;
  /** Changes the response before its code is redeemed. */
  readonly response?: (parameters: URLSearchParams) => void;
  /** How the client authenticates at the token endpoint. */
  readonly authentication?: () => Promise<oauth.ClientAuth>;
  /** Changes the claims of a DPoP proof. */
  readonly proof?: oauth.ModifyAssertionFunction;
  /** The address at which it calls the authorization endpoint. */
  readonly endpoint?: (url: URL) => void;
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

/** A secret with characters that must be encoded (RFC 6749 section 2.3.1). Invented, as all are. */
const specialSecret = 'invented%secret+of:the/playground';

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
  'code-cut': { response: (it) => it.set('code', it.get('code')?.slice(0, -3) ?? '') },
  'response-type-unsupported': { authorization: (it) => it.set('response_type', 'token') },
  'scope-misspelt': {
    authorization: (it) => it.set('scope', 'openid profil email notes.raed'),
  },
  'scopes-of-two-apis': {
    authorization: (it) =>
      it.set('scope', 'openid https://notes.example.com/read https://files.example.com/read'),
  },
  'assertion-expired': {
    authentication: async () =>
      oauth.PrivateKeyJwt(
        { key: await clientKey(), kid: keyId },
        {
          [oauth.modifyAssertion]: (_header, payload) => {
            payload.iat = Number(payload.iat) - 900;
            payload.nbf = payload.iat;
            payload.exp = Number(payload.exp) - 900;
          },
        },
      ),
  },
  'secret-not-encoded': {
    authentication:
      async () =>
      (_as, { client_id }, _body, headers) => {
        headers.set('Authorization', `Basic ${btoa(`${client_id}:${specialSecret}`)}`);
      },
  },
  'dpop-other-url': {
    proof: (_header, payload) => {
      if (payload.ath === undefined) payload.htu = `${String(payload.htu)}/`;
    },
  },
  'dpop-other-token': {
    proof: (_header, payload) => {
      if (payload.ath !== undefined) payload.ath = 'fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo';
    },
  },
  'silent-other-site': {
    endpoint: (url) => {
      url.hostname = '127.0.0.1';
    },
  },
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
