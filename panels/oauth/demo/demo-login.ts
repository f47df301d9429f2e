import { leftHalf, s256 } from '../../../src/http/digest.ts';
import type { Draft } from './demo-exchanges.ts';
import type { DemoKeys } from './demo-keys.ts';

/** The invented parties of all stories. */
export const APP = 'https://shop.example.com';
export const SERVER = 'https://login.example.net';
export const API = 'https://api.example.com';
const CLIENT = 'shop-web';
const CALLBACK = `${APP}/callback`;
const SUBJECT = 'u-248289';

const CORS = { 'Access-Control-Allow-Origin': APP, 'Cache-Control': 'no-store' };
const JSON_TYPE = { 'Content-Type': 'application/json' };
export const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/** The invented values of one attempt, all made from one word. */
export interface Attempt {
  readonly at: number;
  readonly state: string;
  readonly nonce: string;
  readonly code: string;
  readonly verifier: string;
  readonly scope: string;
  readonly redirectUri: string;
}

/** An attempt that begins at a moment. Equal words make equal values. */
export function attempt(at: number, word: string, scope = 'openid profile orders:read'): Attempt {
  const value = (name: string) => s256(`${name} of ${word}`);
  return {
    at,
    state: value('state').slice(0, 22),
    nonce: value('nonce').slice(0, 22),
    code: `c-${value('code').slice(0, 30)}`,
    verifier: value('verifier'),
    scope,
    redirectUri: CALLBACK,
  };
}

const query = (parameters: Readonly<Record<string, string>>): string =>
  new URLSearchParams(parameters).toString();

/** The URL of the authorization request. */
export function authorizeUrl({ state, nonce, verifier, scope, redirectUri }: Attempt): string {
  return `${SERVER}/authorize?${query({
    response_type: 'code',
    client_id: CLIENT,
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: s256(verifier),
    code_challenge_method: 'S256',
  })}`;
}

/** The URL of the authorization response. */
export function responseUrl({ code, state, redirectUri }: Attempt): string {
  return `${redirectUri}?${query({ code, state, iss: SERVER })}`;
}

/** The metadata of the server, as the page fetches it. */
export function metadata(at: number): Draft {
  return {
    at,
    url: `${SERVER}/.well-known/openid-configuration`,
    script: true,
    headers: { Origin: APP },
    answer: { ...JSON_TYPE, 'Access-Control-Allow-Origin': '*' },
    body: {
      issuer: SERVER,
      authorization_endpoint: `${SERVER}/authorize`,
      token_endpoint: `${SERVER}/token`,
      userinfo_endpoint: `${SERVER}/userinfo`,
      jwks_uri: `${SERVER}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    },
  };
}

/** From the authorization request to the form that the user submits, which answers with the response. */
export function signIn(
  made: Attempt,
  before: Readonly<Record<string, string>> = {},
): readonly Draft[] {
  const { at, state } = made;
  const page = `${SERVER}/interaction/${state.slice(0, 8)}`;
  const session = `interaction=${state.slice(0, 12)}`;
  return [
    {
      at,
      url: authorizeUrl(made),
      headers: { Referer: `${APP}/`, ...before },
      status: 303,
      answer: {
        Location: page,
        'Set-Cookie': `${session}; Path=/; HttpOnly; Secure; SameSite=Lax`,
      },
    },
    {
      at: at + 150,
      url: page,
      headers: { Referer: `${APP}/`, Cookie: session },
      answer: HTML,
      body: '<!doctype html><title>Sign in</title><h1>Sign in to Example</h1>',
    },
    {
      at: at + 6_200,
      url: page,
      headers: { Referer: page, Origin: SERVER, Cookie: session },
      form: { login: 'jo@example.com', password: 'correct horse' },
      status: 303,
      answer: {
        Location: responseUrl(made),
        'Set-Cookie': 'sid=s-51d0c2; Path=/; HttpOnly; Secure; SameSite=Lax',
      },
    },
  ];
}

/** The page that takes the response. */
export function callback(made: Attempt): Draft {
  return {
    at: made.at + 6_400,
    url: responseUrl(made),
    headers: { Referer: `${SERVER}/` },
    answer: HTML,
    body: '<!doctype html><title>Shop</title>',
  };
}

/** The request with which the page redeems its code. */
export function tokenRequest(
  made: Attempt,
  answer: Partial<Draft>,
  verifier = made.verifier,
): Draft {
  return {
    at: made.at + 6_900,
    url: `${SERVER}/token`,
    script: true,
    took: 140,
    headers: { Origin: APP },
    form: {
      grant_type: 'authorization_code',
      code: made.code,
      redirect_uri: made.redirectUri,
      client_id: CLIENT,
      code_verifier: verifier,
    },
    ...answer,
    answer: { ...CORS, ...JSON_TYPE, ...answer.answer },
  };
}

/** The tokens of an attempt, really signed (RFC 9068, OpenID Connect Core section 2). */
async function tokensOf(made: Attempt, keys: DemoKeys) {
  const iat = Math.floor((made.at + 6_900) / 1_000);
  const common = { iss: SERVER, sub: SUBJECT, iat };
  const accessToken = await keys.sign(
    {
      ...common,
      aud: API,
      client_id: CLIENT,
      scope: made.scope,
      jti: made.state,
      exp: iat + 3_600,
    },
    'at+jwt',
  );
  const idToken = await keys.sign({
    ...common,
    aud: CLIENT,
    exp: iat + 3_600,
    nonce: made.nonce,
    at_hash: leftHalf(256, accessToken),
    auth_time: iat - 1,
    name: 'Jo Example',
  });
  const body = {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: 3_600,
    scope: made.scope,
    id_token: idToken,
  };
  return { accessToken, body };
}

/** A call with the access token. */
export function call(at: number, url: string, token: string, answer: Partial<Draft>): Draft {
  return {
    at,
    url,
    script: true,
    headers: { Authorization: `Bearer ${token}`, Origin: APP },
    ...answer,
    answer: { ...CORS, ...JSON_TYPE, ...answer.answer },
  };
}

/** A login that works, with the keys of the server and the name of the user. */
export async function workingLogin(made: Attempt, keys: DemoKeys) {
  const { accessToken, body } = await tokensOf(made, keys);
  const drafts: readonly Draft[] = [
    metadata(made.at - 300),
    ...signIn(made),
    callback(made),
    tokenRequest(made, { body }),
    {
      at: made.at + 7_100,
      url: `${SERVER}/jwks`,
      script: true,
      headers: { Origin: APP },
      answer: { ...JSON_TYPE, 'Access-Control-Allow-Origin': '*' },
      body: keys.jwks,
    },
    call(made.at + 7_200, `${SERVER}/userinfo`, accessToken, {
      body: { sub: SUBJECT, name: 'Jo Example' },
    }),
  ];
  return { accessToken, drafts };
}
