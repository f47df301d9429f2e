import type { Exchange, Header } from '../../src/http/exchange.ts';

/** Moment of the first exchange in these recordings. */
export const START = Date.UTC(2026, 0, 5, 14, 2, 11);

const CLIENT = 'https://app.example.com';
const SERVER = 'https://as.example.com';
export const STATE = 'st-4fK2mPq8ZrT6wXyA';
export const CODE = 'SplxlOBeZQQYbYS6WxSbIA-code';
export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const OTHER_VERIFIER = 'zzzftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
/** RFC 7636 appendix B: S256 of `VERIFIER`. */
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
export const ACCESS_TOKEN = 'at-2YotnFZFEjr1zCsicMWpAA-secret';

interface Draft {
  readonly id: string;
  /** Milliseconds after the start. */
  readonly at: number;
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status?: number;
  readonly answer?: Readonly<Record<string, string>>;
  readonly text?: string;
}

const fields = (map: Readonly<Record<string, string>> = {}): Header[] =>
  Object.entries(map).map(([name, value]) => ({ name, value }));

/** An exchange. A test states only the parts that matter. */
export function exchange(draft: Draft): Exchange {
  const isDocument = (draft.method ?? 'GET') === 'GET' && !draft.headers?.Authorization;
  return {
    id: draft.id,
    startedAt: START + draft.at,
    duration: 42,
    destination: isDocument ? 'document' : 'empty',
    mode: isDocument ? 'navigate' : 'cors',
    preflight: false,
    request: {
      method: draft.method ?? 'GET',
      url: draft.url,
      headers: fields(draft.headers),
      headersComplete: true,
      body: draft.body === undefined ? null : { text: draft.body },
    },
    response: {
      status: draft.status ?? 200,
      statusText: '',
      headers: fields(draft.answer),
      headersComplete: true,
      body: { text: draft.text ?? '' },
    },
    failure: null,
    delivered: true,
    initiator: null,
    frame: null,
    source: 0,
    fromCache: false,
  };
}

/** What a test can choose about a login. */
export interface LoginOptions {
  readonly prefix?: string;
  readonly at?: number;
  readonly client?: string;
  readonly verifier?: string;
  readonly state?: string;
  readonly code?: string;
  readonly challenge?: string;
  readonly refused?: boolean;
}

/** A login of a single-page application: code flow with PKCE, then one API call. */
export function login(options: LoginOptions = {}): readonly Exchange[] {
  const { prefix = 'a', at = 0, client = 's6BhdRkqt3', refused = false } = options;
  const { state = STATE, code = CODE, verifier = VERIFIER, challenge = CHALLENGE } = options;
  const redirectUri = `${CLIENT}/callback`;
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: redirectUri,
    scope: 'profile api',
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const back = `${redirectUri}?${new URLSearchParams({ code, state })}`;
  const cors = { 'Access-Control-Allow-Origin': CLIENT, 'Content-Type': 'application/json' };
  const tokens = { access_token: ACCESS_TOKEN, token_type: 'Bearer', expires_in: 3600 };
  const error = { error: 'invalid_grant', error_description: 'PKCE verification failed' };
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: client,
    code_verifier: verifier,
  });
  const exchanges = [
    exchange({
      id: `${prefix}1`,
      at,
      url: `${SERVER}/authorize?${query}`,
      status: 302,
      answer: { Location: back },
    }),
    exchange({
      id: `${prefix}2`,
      at: at + 9_400,
      url: back,
      answer: { 'Content-Type': 'text/html' },
      text: '<!doctype html><title>App</title>',
    }),
    exchange({
      id: `${prefix}3`,
      at: at + 9_900,
      method: 'POST',
      url: `${SERVER}/token`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: CLIENT },
      body: form.toString(),
      status: refused ? 400 : 200,
      answer: { ...cors, 'Cache-Control': 'no-store' },
      text: JSON.stringify(refused ? error : tokens),
    }),
  ];
  if (refused) return exchanges;
  const call = exchange({
    id: `${prefix}4`,
    at: at + 10_300,
    url: 'https://api.example.com/orders',
    headers: { Authorization: `Bearer ${ACCESS_TOKEN}`, Origin: CLIENT },
    answer: cors,
    text: '[]',
  });
  return [...exchanges, call];
}
