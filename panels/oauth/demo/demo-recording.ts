import type { Exchange } from '../../../src/http/exchange.ts';
import { type Draft, exchange, inventedJwt } from './demo-exchanges.ts';

const APP = 'https://shop.example.com';
const SERVER = 'https://login.example.com';
const API = 'https://api.example.com';
const CALLBACK = `${APP}/callback`;
const CORS = { 'Access-Control-Allow-Origin': APP, 'Cache-Control': 'no-store' };
const JSON_TYPE = { 'Content-Type': 'application/json' };
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const MINUTE = 60_000;

interface Attempt {
  readonly at: number;
  readonly state: string;
  readonly nonce: string;
  readonly code: string;
  readonly challenge: string;
  readonly verifier: string;
}

const FIRST = {
  state: 'k2Vw8sXrB1nQ5tZy',
  nonce: 'n7Yd3PzLf0Kc9Rmu',
  code: 'c-4uTqA8eJw2XsVb6NhG1o',
  // RFC 7636 appendix B.
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
} as const;

const SECOND = {
  state: 'p9Gm4EbHs6Lx0Jva',
  nonce: 'r1Tc8WqDu5Fk2Zoy',
  code: 'c-7yRfC3iMz0PkLd9WsE5a',
  // The mistake of the demo: the verifier is from the first attempt.
  verifier: FIRST.verifier,
  challenge: '8UuGO0vh7PoHQbcXlO0WRCbuV8LrjNWN57ViBdYzbXs',
} as const;

function authorize({ state, nonce, challenge }: Omit<Attempt, 'at'>, redirectUri = CALLBACK) {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'shop-web',
    redirect_uri: redirectUri,
    scope: 'openid profile orders',
    state,
    nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  return `${SERVER}/authorize?${query}`;
}

/** The request, the login page, the response and the client's redemption of the code. */
function login(attempt: Attempt, token: Pick<Draft, 'status' | 'body'>): readonly Draft[] {
  const { at, state, code, verifier } = attempt;
  const page = `${SERVER}/interaction/${state.slice(0, 6)}`;
  const back = `${CALLBACK}?${new URLSearchParams({ code, state, iss: SERVER })}`;
  return [
    { at, url: authorize(attempt), status: 303, answer: { Location: page } },
    {
      at: at + 150,
      url: page,
      answer: HTML,
      body: '<!doctype html><title>Sign in</title><h1>Sign in to Example</h1>',
    },
    {
      at: at + 6_200,
      url: page,
      headers: { Referer: page, Origin: SERVER },
      form: { login: 'jo@example.com', password: 'correct horse' },
      status: 303,
      answer: { Location: back },
    },
    { at: at + 6_400, url: back, answer: HTML, body: '<!doctype html><title>Shop</title>' },
    {
      at: at + 6_900,
      url: `${SERVER}/token`,
      script: true,
      headers: { Origin: APP },
      form: {
        grant_type: 'authorization_code',
        code,
        redirect_uri: CALLBACK,
        client_id: 'shop-web',
        code_verifier: verifier,
      },
      ...token,
      answer: { ...CORS, ...JSON_TYPE },
    },
  ];
}

function worked(at: number): readonly Draft[] {
  const seconds = Math.floor((at + 6_900) / 1_000);
  const token = 'at-demo-8Hs2Lq5Vx9Bn3Wd7Tk1Rf6Yc4Zp0Gj';
  const claims = { iss: SERVER, sub: 'u-248289', aud: 'shop-web', nonce: FIRST.nonce };
  const body = {
    access_token: token,
    token_type: 'Bearer',
    expires_in: 3600,
    scope: 'openid profile orders',
    id_token: inventedJwt({ ...claims, iat: seconds, exp: seconds + 3600 }),
  };
  const headers = { Authorization: `Bearer ${token}`, Origin: APP };
  const answer = { ...CORS, ...JSON_TYPE };
  return [
    ...login({ at, ...FIRST }, { body }),
    {
      at: at + 7_100,
      url: `${SERVER}/userinfo`,
      script: true,
      headers,
      answer,
      body: { sub: 'u-248289', name: 'Jo Example' },
    },
    { at: at + 7_400, url: `${API}/orders`, script: true, headers, answer, body: [] },
  ];
}

const refused = {
  status: 400,
  body: { error: 'invalid_grant', error_description: 'code_verifier does not match' },
};

function wrongRedirect(at: number): Draft {
  return {
    at,
    url: authorize(
      {
        ...SECOND,
        state: 'w3Nb7KcQx8Rj1Udz',
        nonce: 'h6Sv2GtMy4Ea9Lpo',
        challenge: 'MZgiqhbPlZiXgQrgGb__nBrLjHL8alhGXBpC2jqy7B4',
      },
      `${APP}/callback/`,
    ),
    status: 400,
    answer: HTML,
    body: '<!doctype html><title>Error</title><h1>Error</h1><p>redirect_uri is not registered for this client.</p>',
  };
}

/** Three invented logins of the last minutes: one that worked, two that failed. */
export function demoRecording(now: number): readonly Exchange[] {
  const drafts = [
    ...worked(now - 5 * MINUTE),
    ...login({ at: now - 3 * MINUTE, ...SECOND }, refused),
    wrongRedirect(now - MINUTE),
  ];
  return drafts.map(exchange);
}
