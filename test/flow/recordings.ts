import { s256 } from '../../src/http/digest.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { type ExchangeSketch, exchange, login } from '../helpers/exchanges.ts';
import { form, idToken, jwt } from '../traffic/sketch.ts';

const AS = 'https://as.example.com';
const IDP = 'https://idp.example.com';
const API = 'https://api.example.com';
const APP = 'https://app.example.com';

/** A request of a program, with JSON as its answer. */
function sent(at: number, url: string, more: Partial<ExchangeSketch> = {}): Exchange {
  const answer = { 'content-type': 'application/json', ...more.answer };
  return exchange(at, { destination: 'empty', mode: 'cors', ...more, url, answer });
}

const token = (at: number, server: string, values: object, answerBody: object, more = {}) =>
  sent(at, `${server}/token`, { body: form({ ...values }), answerBody, ...more });

const tokens = (name: string, more: object = {}): object => ({
  access_token: name,
  token_type: 'Bearer',
  expires_in: 300,
  ...more,
});

const call = (at: number, name: string, path = '/things') =>
  sent(at, `${API}${path}`, { headers: { authorization: `Bearer ${name}` } });

const json = { 'content-type': 'application/json' };

/** A device login with its polls and the pages on which the user confirms it. */
export function deviceLogin(at: number, seed: string): Exchange[] {
  const device = s256(`device ${seed}`);
  const userCode = device.slice(0, 8).replace(/[^A-Za-z0-9]/g, 'x');
  const values = {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: device,
    client_id: 'tv',
  };
  const refused = { status: 400 };
  return [
    sent(at, `${AS}/device_authorization`, {
      body: form({ client_id: 'tv' }),
      answerBody: {
        device_code: device,
        user_code: userCode,
        verification_uri: `${AS}/activate`,
        expires_in: 1_800,
      },
    }),
    token(at + 5, AS, values, { error: 'authorization_pending' }, refused),
    exchange(at + 6, { url: `${AS}/activate?user_code=${userCode.toLowerCase()}` }),
    exchange(at + 7, {
      method: 'POST',
      url: `${AS}/activate`,
      destination: 'document',
      mode: 'navigate',
      body: form({ user_code: userCode }),
    }),
    token(at + 10, AS, values, { error: 'slow_down' }, refused),
    token(at + 20, AS, values, tokens(`access-${seed}`)),
    call(at + 21, `access-${seed}`),
  ];
}

/** A CIBA login: request, poll, notification, tokens. */
export function cibaLogin(at: number, seed: string): Exchange[] {
  const id = s256(`ciba ${seed}`);
  const values = {
    grant_type: 'urn:openid:params:grant-type:ciba',
    auth_req_id: id,
    client_id: 'bank',
  };
  return [
    sent(at, `${AS}/bc-authorize`, {
      body: form({ client_id: 'bank', scope: 'openid', login_hint: 'ada' }),
      answerBody: { auth_req_id: id, expires_in: 120 },
    }),
    token(at + 2, AS, values, { error: 'authorization_pending' }, { status: 400 }),
    sent(at + 8, 'https://bank.example.com/notify', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ auth_req_id: id }),
      status: 204,
    }),
    token(at + 8.2, AS, values, tokens(`ciba-${seed}`)),
  ];
}

/** A login whose ID token becomes an assertion for another server, and the consequences. */
export function crossAppChain(at: number, seed: string): Exchange[] {
  const code = `code-of-${seed}-${s256(seed).slice(0, 12)}`;
  const session = idToken(at + 3, { iss: AS, aud: 's6BhdRkqt3', sid: `sid-${seed}` });
  const assertion = jwt({ iss: AS, aud: IDP, jti: seed });
  const logoutToken = jwt(
    {
      iss: AS,
      sid: `sid-${seed}`,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    },
    { alg: 'RS256', typ: 'logout+jwt' },
  );
  const signedIn = login({ at, state: `state-of-${seed}-Xq2Zt7`, code }).map((one) =>
    one.request.url === `${AS}/token` && one.response
      ? {
          ...one,
          response: {
            ...one.response,
            body: { text: JSON.stringify(tokens(`token-of-${code}`, { id_token: session })) },
          },
        }
      : one,
  );
  return [
    ...signedIn,
    token(
      at + 10,
      AS,
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: session,
        requested_token_type: 'urn:ietf:params:oauth:token-type:id-jag',
      },
      tokens(assertion, { token_type: 'N_A' }),
    ),
    token(
      at + 11,
      IDP,
      { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion, client_id: 'chat' },
      tokens(`chat-${seed}`),
    ),
    call(at + 12, `chat-${seed}`, '/messages'),
    sent(at + 200, 'https://rp.example.org/backchannel', {
      body: form({ logout_token: logoutToken }),
    }),
  ];
}

/** An API that refuses, the search for its server, a registration, the login, and the API again. */
export function mcpChain(at: number, seed: string): Exchange[] {
  const api = `https://${seed}.tools.example.net`;
  const metadata = `${api}/.well-known/oauth-protected-resource`;
  const code = `code-for-${seed}-${s256(seed).slice(0, 12)}`;
  return [
    sent(at, `${api}/mcp`, {
      status: 401,
      answer: { 'www-authenticate': `Bearer resource_metadata="${metadata}"` },
    }),
    sent(at + 0.1, metadata, { answerBody: { resource: api, authorization_servers: [AS] } }),
    sent(at + 0.2, `${AS}/.well-known/oauth-authorization-server`, { status: 404 }),
    sent(at + 0.3, `${AS}/.well-known/openid-configuration`, {
      answerBody: {
        issuer: AS,
        authorization_endpoint: `${AS}/authorize`,
        token_endpoint: `${AS}/token`,
      },
    }),
    sent(at + 0.4, `${AS}/register`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ redirect_uris: [`${APP}/callback`] }),
      status: 201,
      answerBody: { client_id: `dyn-${seed}`, client_id_issued_at: 1, redirect_uris: [] },
    }),
    ...login({ at: at + 1, state: `state-for-${seed}-Xq2Zt7`, code, client: `dyn-${seed}` }),
    sent(at + 6, `${api}/mcp`, { headers: { authorization: `Bearer token-of-${code}` } }),
  ];
}

/** Two requests that a server wants with a nonce: a pushed one and a token request. */
export function nonceRetries(at: number, seed: string): Exchange[] {
  const uri = `urn:ietf:params:oauth:request_uri:${s256(seed)}`;
  const pushed = form({
    response_type: 'code',
    client_id: 'pushing',
    redirect_uri: `${APP}/callback`,
    state: `pushed-${s256(`state ${seed}`).slice(0, 20)}`,
  });
  const proof = (nonce?: string) => ({
    dpop: jwt({ htm: 'POST', htu: `${AS}/token`, jti: `${seed} ${nonce}`, nonce }),
  });
  const wants = {
    status: 400,
    answer: { 'dpop-nonce': `nonce-of-${seed}` },
    headers: proof(),
  };
  const values = { grant_type: 'client_credentials', client_id: `svc-${seed}` };
  return [
    sent(at, `${AS}/par`, { body: pushed, answerBody: { error: 'use_dpop_nonce' }, ...wants }),
    sent(at + 0.1, `${AS}/par`, {
      body: pushed,
      headers: proof(`nonce-of-${seed}`),
      status: 201,
      answerBody: { request_uri: uri, expires_in: 60 },
    }),
    exchange(at + 0.3, {
      url: `${AS}/authorize?client_id=pushing&request_uri=${encodeURIComponent(uri)}`,
    }),
    token(at + 1, AS, values, { error: 'use_dpop_nonce' }, wants),
    token(at + 1.1, AS, values, tokens(`bound-${seed}`), { headers: proof(`nonce-of-${seed}`) }),
  ];
}
