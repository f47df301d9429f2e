import { describe, expect, it } from 'vitest';
import { APP, AS, PLAIN, spa } from './clients.ts';
import {
  call,
  form,
  frontChannel,
  idToken,
  jwt,
  login,
  page,
  posted,
  redirect,
  requestUrl,
  sent,
  valuesOf,
} from './sketch.ts';
import { clean, type Recordings, summary } from './summary.ts';

const UMA = 'urn:ietf:params:oauth:grant-type:uma-ticket';

/** A request for permissions, with the access token of a login. */
const permissions = (mode: string, answer: unknown) =>
  call(20, APP, `${AS}/token`, {
    method: 'POST',
    headers: { authorization: `Bearer ${valuesOf(spa).code}-access` },
    body: form({ grant_type: UMA, audience: 'orders-api', response_mode: mode }),
    answerBody: answer as object,
  });

/** A login of a server-side client without PKCE, whose nonce protects it. */
const withNonce = (at: number, seed: string) =>
  frontChannel({
    authorize: `${AS}/authorize`,
    callback: `${APP}/cb`,
    at,
    seed,
    request: { code_challenge: undefined, code_challenge_method: undefined, state: '/reports' },
    response: { state: '/reports' },
  });

const withoutRedirect = {
  ...spa,
  request: { redirect_uri: undefined, scope: 'reports.read', nonce: undefined },
};

const recordings: Recordings = {
  'a decision of a UMA server': {
    exchanges: [permissions('decision', { result: true })],
    flows: [clean('succeeded', 'uma')],
  },
  'a list of permissions of a UMA server': {
    exchanges: [permissions('permissions', [{ rsid: 'order', scopes: ['view'] }])],
    flows: [clean('succeeded', 'uma')],
  },
  'a job asks for an ID token for another service': {
    exchanges: [
      sent(0, `${AS}/token`, {
        method: 'POST',
        body: form({
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          assertion: jwt({ iss: 'job', aud: `${AS}/token`, target_audience: 'https://run.test' }),
        }),
        answerBody: { id_token: idToken(0, { iss: AS, aud: 'https://run.test', sub: 'job' }) },
      }),
    ],
    flows: [clean('succeeded', 'jwt_bearer')],
  },
  'a constant state beside a nonce': {
    exchanges: [...withNonce(0, 'one'), ...withNonce(900, 'two')],
    flows: [clean('unknown'), clean('unknown')],
  },
  'the user grants less, and the client goes on': {
    exchanges: login({
      ...spa,
      request: { scope: 'openid calendar contacts' },
      tokens: { scope: 'openid calendar' },
    }),
    flows: [clean('succeeded')],
  },
  'a resource narrows the scope (RFC 8707 section 2.2)': {
    exchanges: login({
      ...spa,
      request: { scope: 'openid mail.read files.read', resource: 'https://files.example.com/' },
      redeem: { resource: 'https://files.example.com/' },
      tokens: { scope: 'files.read' },
    }),
    flows: [clean('succeeded')],
  },
  'a plain OAuth client leaves redirect_uri out': {
    exchanges: [
      redirect(0, requestUrl(withoutRedirect), `${AS}/login?tx=1`),
      page(0.3, `${AS}/login?tx=1`, {
        answerBody: '<form method="post"><input name="user"><input type="password" name="pw">',
      }),
    ],
    flows: [clean('unfinished')],
  },
  'a proxy of the application adds the secret': {
    exchanges: [
      ...frontChannel({ authorize: `${AS}/authorize`, callback: `${APP}/cb` }),
      call(5, APP, `${APP}/oauth/token`, {
        method: 'POST',
        body: form({
          grant_type: 'authorization_code',
          code: valuesOf({ ...spa }).code,
          redirect_uri: `${APP}/cb`,
          code_verifier: valuesOf(spa).verifier,
        }),
        answerBody: { access_token: 'access-of-the-proxy', token_type: 'Bearer', expires_in: 60 },
      }),
    ],
    flows: [{ ...clean('succeeded'), held: ['id-token-missing'], cause: 'id-token-missing' }],
  },
  'a callback that is spelled with percent-encoding': {
    exchanges: login({
      ...spa,
      callback: `${APP}/~kim/cb`,
      request: { redirect_uri: `${APP}/%7Ekim/cb` },
      redeem: { redirect_uri: `${APP}/%7ekim/cb` },
    }),
    flows: [clean('succeeded')],
  },
  'an API on the own network over http': {
    exchanges: [
      ...login(spa),
      call(10, APP, 'http://192.168.1.20:8080/items', {
        headers: { authorization: 'Bearer access-one' },
        answerBody: { items: [] },
      }),
    ],
    flows: [clean('succeeded')],
  },
  'a consent page warns of an application that nobody verified': {
    exchanges: [
      page(0, requestUrl({ ...spa, request: PLAIN }), {
        answerBody:
          '<title>Allow access?</title><p>Unknown application: it is not registered here.</p><form method="post" action="/decide"><button name="ok">Allow</button></form>',
      }),
    ],
    flows: [clean('unfinished')],
  },
  'a consent page with buttons only warns of an application that nobody verified': {
    exchanges: [
      page(0, requestUrl(spa), {
        answerBody:
          '<title>Allow access?</title><p>Unregistered client: nobody verified it.</p><button>Allow access</button><button>Cancel</button>',
      }),
    ],
    flows: [clean('unfinished')],
  },
  'a login page that a script draws says in its URL that the password was wrong': {
    exchanges: [
      redirect(0, requestUrl(spa), `${AS}/signin?flow=7`),
      page(0.3, `${AS}/signin?flow=7`, { answerBody: '<div id="root"></div>' }),
      posted(
        6,
        `${AS}/signin?flow=7`,
        { email: 'kim@example.com', passwd: 'not-it-2931' },
        { status: 303, answer: { location: `${AS}/signin?flow=7&error=wrong_password` } },
      ),
      page(6.3, `${AS}/signin?flow=7&error=wrong_password`, {
        answerBody: '<div id="root"></div>',
      }),
    ],
    flows: [clean('unfinished')],
  },
  'a login page that a script draws answers a wrong password with 422': {
    exchanges: [
      redirect(0, requestUrl(spa), `${AS}/signin?flow=7`),
      page(0.3, `${AS}/signin?flow=7`, { answerBody: '<div id="root"></div>' }),
      posted(
        6,
        `${AS}/signin?flow=7`,
        { email: 'kim@example.com', password: 'not-it-2931' },
        { status: 422, answerBody: '<div id="root"></div>' },
      ),
    ],
    flows: [clean('unfinished')],
  },
  'a login page that a script draws asks again after a JSON 401': {
    exchanges: [
      redirect(0, requestUrl(spa), `${AS}/signin?flow=7`),
      page(0.3, `${AS}/signin?flow=7`, { answerBody: '<div id="root"></div>' }),
      call(6, AS, `${AS}/signin?flow=7`, {
        method: 'POST',
        mode: 'same-origin',
        headers: { 'content-type': 'application/json', referer: `${AS}/signin?flow=7` },
        body: '{"email":"kim@example.com","password":"not-it-2931"}',
        status: 401,
        answerBody: { error: 'invalid_credentials' },
      }),
    ],
    flows: [clean('unfinished')],
  },
};

describe('what specifications leave to the client, the server or the user', () => {
  it.each(Object.entries(recordings))('%s', (_, { exchanges, flows }) => {
    expect(summary(exchanges)).toEqual({ flows, outside: [] });
  });
});
