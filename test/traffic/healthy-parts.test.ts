import { describe, expect, it } from 'vitest';
import { APP, AS, spa } from './clients.ts';
import {
  call,
  form,
  frontChannel,
  idToken,
  type LoginSketch,
  login,
  page,
  posted,
  redeemed,
  redirect,
  requestUrl,
  responseUrl,
  valuesOf,
} from './sketch.ts';
import { clean, type Recordings, summary } from './summary.ts';

const auth0: LoginSketch = {
  ...spa,
  authorize: 'https://dev-example.eu.auth0.com/authorize',
  token: 'https://dev-example.eu.auth0.com/oauth/token',
  issuer: 'https://dev-example.eu.auth0.com/',
};
const okta = 'https://dev-000000.okta.com';
const recordings: Recordings = {
  'Auth0 renews silently by web_message': {
    exchanges: [
      page(0, requestUrl({ ...auth0, request: { response_mode: 'web_message', prompt: 'none' } }), {
        destination: 'iframe',
        answerBody: `<script>window.parent.postMessage({type:"authorization_response",response:{"code":"${valuesOf(auth0).code}","state":"${valuesOf(auth0).state}"}})</script>`,
      }),
      redeemed({ ...auth0, at: -4 }),
    ],
    flows: [clean('succeeded')],
  },
  'Okta signs in by okta_post_message': {
    exchanges: [
      page(
        0,
        requestUrl({
          ...spa,
          authorize: `${okta}/oauth2/default/v1/authorize`,
          token: `${okta}/oauth2/default/v1/token`,
          request: {
            response_mode: 'okta_post_message',
            prompt: 'none',
            sessionToken: '20111example',
          },
        }),
        { destination: 'iframe', answerBody: '<script>window.parent.postMessage(data)</script>' },
      ),
      redeemed({
        ...spa,
        token: `${okta}/oauth2/default/v1/token`,
        issuer: `${okta}/oauth2/default`,
        authorize: `${okta}/oauth2/default/v1/authorize`,
        at: -4,
      }),
    ],
    flows: [clean('succeeded')],
  },
  'a login in a popup, of which only the token request is seen': {
    exchanges: [
      redeemed(spa),
      call(6, APP, `${AS}/userinfo`, {
        headers: { authorization: `Bearer access-${valuesOf(spa).code}` },
        answerBody: { sub: '00u1example' },
      }),
    ],
    flows: [clean('succeeded')],
  },
  'a callback whose request the browser did not deliver': {
    exchanges: login(spa).slice(2),
    flows: [clean('succeeded')],
  },
  'a wrong password, then the right one': {
    exchanges: [
      page(0, requestUrl(spa)),
      posted(
        3,
        `${AS}/session/login`,
        { p: 'bad' },
        {
          headers: { referer: requestUrl(spa) },
          status: 401,
          answerBody: '<p>Invalid password<form><input type=password>',
        },
      ),
      posted(
        6,
        `${AS}/session/login`,
        { p: 'good' },
        {
          headers: { referer: `${AS}/session/login` },
          status: 302,
          answer: { location: responseUrl(spa) },
        },
      ),
      page(6.2, responseUrl(spa), { headers: { 'sec-fetch-site': 'cross-site' } }),
      redeemed({ ...spa, at: 2 }),
    ],
    flows: [clean('succeeded')],
  },
  'an expired token, a refresh, and the call again': {
    exchanges: [
      ...login({ ...spa, tokens: { refresh_token: 'r1', expires_in: 3 } }),
      call(20, APP, 'https://api.example.com/x', {
        headers: { authorization: `Bearer access-${valuesOf(spa).code}` },
        status: 401,
        answer: { 'www-authenticate': 'Bearer error="invalid_token"' },
      }),
      call(21, APP, `${AS}/token`, {
        body: form({
          grant_type: 'refresh_token',
          client_id: 'client-of-the-app',
          refresh_token: 'r1',
        }),
        answerBody: { access_token: 'a-new', token_type: 'Bearer', expires_in: 60 },
      }),
      call(22, APP, 'https://api.example.com/x', {
        headers: { authorization: 'Bearer a-new' },
        answerBody: {},
      }),
    ],
    flows: [clean('succeeded')],
  },
  'Easy Auth of Azure': {
    exchanges: [
      redirect(0, `${APP}/.auth/login/aad`, requestUrl({ ...spa, seed: 'ez' })),
      ...frontChannel({ ...spa, seed: 'ez', at: 0.2 }),
    ],
    flows: [clean('unknown')],
  },
  'an ID token in the fragment, with a nonce': {
    exchanges: frontChannel({
      ...spa,
      mode: 'fragment',
      request: {
        response_type: 'id_token',
        code_challenge: undefined,
        code_challenge_method: undefined,
      },
      response: {
        code: undefined,
        id_token: idToken(4, { iss: AS, aud: 'client-of-the-app', nonce: valuesOf(spa).nonce }),
      },
    }),
    flows: [clean('succeeded', 'implicit')],
  },
  'a native application with a scheme of its own': {
    exchanges: [
      page(0, requestUrl({ ...spa, callback: 'com.example.app:/oauth2redirect' })),
      posted(
        4,
        `${AS}/session/login`,
        { p: 'x' },
        {
          headers: { referer: requestUrl({ ...spa, callback: 'com.example.app:/oauth2redirect' }) },
          status: 302,
          answer: {
            location: `com.example.app:/oauth2redirect?code=${valuesOf(spa).code}&state=${valuesOf(spa).state}`,
          },
        },
      ),
    ],
    flows: [clean('unknown')],
  },
  'an API of the application that refuses without a challenge': {
    exchanges: [
      ...login(spa),
      call(8, APP, `${APP}/api/unread`, { status: 401, headers: {}, answerBody: {} }),
    ],
    flows: [clean('succeeded')],
  },
  'an MCP client that asks, discovers and registers': {
    exchanges: [
      call(-3, APP, 'https://mcp.example.net/mcp', {
        body: '{}',
        status: 401,
        answer: {
          'www-authenticate':
            'Bearer resource_metadata="https://mcp.example.net/.well-known/oauth-protected-resource"',
        },
      }),
      call(-2.8, APP, 'https://mcp.example.net/.well-known/oauth-protected-resource', {
        answerBody: { resource: 'https://mcp.example.net/mcp', authorization_servers: [AS] },
      }),
      call(-2.6, APP, `${AS}/.well-known/oauth-authorization-server`, {
        answerBody: {
          issuer: AS,
          authorization_endpoint: spa.authorize,
          token_endpoint: spa.token,
          registration_endpoint: `${AS}/register`,
        },
      }),
      call(-2.4, APP, `${AS}/register`, {
        body: JSON.stringify({
          redirect_uris: [spa.callback],
          token_endpoint_auth_method: 'none',
          grant_types: ['authorization_code'],
          response_types: ['code'],
          client_name: 'x',
        }),
        headers: { 'content-type': 'application/json' },
        status: 201,
        answerBody: { client_id: 'client-of-the-app', redirect_uris: [spa.callback] },
      }),
      ...login({
        ...spa,
        request: { resource: 'https://mcp.example.net/mcp' },
        redeem: { resource: 'https://mcp.example.net/mcp' },
      }),
      call(8, APP, 'https://mcp.example.net/mcp', {
        body: '{}',
        headers: { authorization: `Bearer access-${valuesOf(spa).code}` },
        answerBody: {},
      }),
    ],
    flows: [clean('succeeded')],
  },
};

describe('healthy logins that were recorded in part, and their neighbours', () => {
  it.each(Object.entries(recordings))('%s', (_, { exchanges, flows }) => {
    expect(summary(exchanges)).toEqual({ flows, outside: [] });
  });
});
