import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP } from './clients.ts';
import { form, idToken, jwt, type LoginSketch, login, redirect, sent, valuesOf } from './sketch.ts';
import { clean, flowsOf, type Recordings, summary } from './summary.ts';

const IDP = 'https://idp.example.com';
const CHAT = 'https://chat.example.net';
const API = 'https://api.chat.example.net';
const ID_JAG = 'urn:ietf:params:oauth:token-type:id-jag';
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const spa: LoginSketch = {
  authorize: `${IDP}/authorize`,
  token: `${IDP}/token`,
  callback: `${APP}/cb`,
};
const session = idToken(4.8, {
  iss: IDP,
  aud: 'client-of-the-app',
  nonce: valuesOf(spa).nonce,
  sid: 'session-08a5019c',
});
const signedIn = (): Exchange[] => login({ ...spa, tokens: { id_token: session } });

const assertion = jwt(
  {
    iss: IDP,
    sub: '00u1example',
    aud: CHAT,
    client_id: 'app-at-chat',
    jti: '9e43f81b64a33f20116179',
  },
  { alg: 'RS256', typ: 'oauth-id-jag+jwt' },
);

const exchanged = (at: number, subject: string, more: object = {}): Exchange =>
  sent(at, `${IDP}/token`, {
    body: form({
      grant_type: EXCHANGE,
      requested_token_type: ID_JAG,
      audience: CHAT,
      subject_token: subject,
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      client_id: 'client-of-the-app',
    }),
    answerBody: {
      issued_token_type: ID_JAG,
      access_token: assertion,
      token_type: 'N_A',
      expires_in: 300,
      ...more,
    },
  });

const granted = (at: number, value: string, token: string): Exchange =>
  sent(at, `${CHAT}/token`, {
    body: form({ grant_type: JWT_BEARER, assertion: value, client_id: 'app-at-chat' }),
    answerBody: { access_token: token, token_type: 'Bearer', expires_in: 300 },
  });

const called = (at: number, token: string): Exchange =>
  sent(at, `${API}/messages`, { headers: { authorization: `Bearer ${token}` }, answerBody: [] });

const crossApp = (): Exchange[] => [
  ...signedIn(),
  exchanged(10, session),
  granted(11, assertion, 'access-at-chat'),
  called(12, 'access-at-chat'),
];

const logoutToken = (claims: object): string =>
  jwt(
    {
      iss: IDP,
      aud: 'client-of-the-app',
      iat: 1_767_225_700,
      jti: 'bWJq',
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      ...claims,
    },
    { alg: 'RS256', typ: 'logout+jwt' },
  );

const told = (at: number, claims: object): Exchange =>
  sent(at, 'https://other.example.org/backchannel', {
    body: form({ logout_token: logoutToken(claims) }),
  });

const recordings: Recordings = {
  'cross-app access': {
    exchanges: crossApp(),
    flows: [
      clean('succeeded'),
      clean('succeeded', 'token_exchange'),
      clean('succeeded', 'jwt_bearer'),
    ],
  },
  'a token exchange that was refused leaves the login as it was': {
    exchanges: [
      ...signedIn(),
      sent(10, `${IDP}/token`, {
        body: form({
          grant_type: EXCHANGE,
          subject_token: session,
          subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
          client_id: 'client-of-the-app',
        }),
        status: 400,
        answerBody: { error: 'invalid_target' },
      }),
    ],
    flows: [
      clean('succeeded'),
      {
        grant: 'token_exchange',
        outcome: 'failed',
        cause: 'token-error-invalid-target',
        held: ['token-error-invalid-target'],
      },
    ],
  },
  'a SAML assertion': {
    exchanges: [
      sent(0, `${IDP}/token`, {
        body: form({
          grant_type: 'urn:ietf:params:oauth:grant-type:saml2-bearer',
          client_id: 'svc',
          assertion: 'PHNhbWxwOkFzc2VydGlvbiB4bWxucz0iIj48L3NhbWxwOkFzc2VydGlvbj4',
        }),
        answerBody: { access_token: 'access-by-saml', token_type: 'Bearer', expires_in: 300 },
      }),
    ],
    flows: [clean('succeeded', 'saml_bearer')],
  },
  'the server ends a session': {
    exchanges: [...signedIn(), told(300, { sub: '00u1example', sid: 'session-08a5019c' })],
    flows: [clean('succeeded'), clean('succeeded', 'logout')],
  },
};

describe('flows that continue others', () => {
  it.each(Object.entries(recordings))('%s', (_, { exchanges, flows }) => {
    expect(summary(exchanges)).toEqual({ flows, outside: [] });
  });

  it('links cross-app access through both servers to its API call', () => {
    expect(flowsOf(crossApp())).toEqual([
      'authorization_code: authorization-request, interaction, authorization-response, token-request',
      'token_exchange [of 1]: token-request',
      'jwt_bearer [of 2]: token-request, api-call',
    ]);
  });

  it('links an exchange to the issuer of its actor token when the login of the subject was not recorded', () => {
    const actor = sent(0, `${IDP}/token`, {
      body: form({ grant_type: 'client_credentials', client_id: 'svc', client_secret: 's3cr3t' }),
      answerBody: { access_token: 'access-of-the-actor', token_type: 'Bearer', expires_in: 300 },
    });
    const exchange = sent(5, `${IDP}/token`, {
      body: form({
        grant_type: EXCHANGE,
        subject_token: 'a-token-from-elsewhere',
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        actor_token: 'access-of-the-actor',
        actor_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      }),
      answerBody: { access_token: 'access-on-behalf', token_type: 'Bearer', expires_in: 60 },
    });
    expect(flowsOf([actor, exchange])).toEqual([
      'client_credentials: token-request',
      'token_exchange [of 1]: token-request',
    ]);
  });

  it('puts messages to other clients into the logout that the user requested', () => {
    const bye = `${IDP}/session/end?id_token_hint=${session}&post_logout_redirect_uri=${encodeURIComponent(`${APP}/bye`)}`;
    const exchanges = [
      ...signedIn(),
      redirect(300, bye, `${APP}/bye`),
      told(300.1, { sid: 'session-08a5019c' }),
      told(300.2, { sub: '00u1example' }),
    ];
    expect(flowsOf(exchanges).slice(1)).toEqual([
      'logout [of 1]: end-session-request, backchannel-logout-request, backchannel-logout-request',
    ]);
  });
});
