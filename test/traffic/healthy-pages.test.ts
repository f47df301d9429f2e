import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP } from './clients.ts';
import {
  call,
  frontChannel,
  idToken,
  jwt,
  type LoginSketch,
  login,
  page,
  redeemed,
  redirect,
  requestUrl,
  responseUrl,
  valuesOf,
} from './sketch.ts';
import { clean, flowsOf, summary } from './summary.ts';

const okta: LoginSketch = {
  authorize: 'https://dev-000000.okta.com/oauth2/default/v1/authorize',
  token: 'https://dev-000000.okta.com/oauth2/default/v1/token',
  callback: `${APP}/login/callback`,
  client: '0oa1example',
  issuer: 'https://dev-000000.okta.com/oauth2/default',
  tokens: { scope: 'openid profile email' },
};

const auth0: LoginSketch = {
  authorize: 'https://dev-example.eu.auth0.com/authorize',
  token: 'https://dev-example.eu.auth0.com/oauth/token',
  callback: `${APP}`,
  client: 'aUtH0ClientIdAUtH0ClientId',
  issuer: 'https://dev-example.eu.auth0.com/',
  request: {
    auth0Client: 'eyJuYW1lIjoiYXV0aDAtc3BhLWpzIn0=',
    response_mode: 'query',
    audience: 'https://api.example.com',
  },
  tokens: { scope: 'openid profile email', expires_in: 86_400 },
};

function auth0Json(sketch: LoginSketch): Exchange {
  const { code, verifier, client } = valuesOf(sketch);
  return redeemed(sketch, {
    body: JSON.stringify({
      client_id: client,
      code_verifier: verifier,
      grant_type: 'authorization_code',
      code,
      redirect_uri: sketch.callback,
    }),
    headers: {
      'content-type': 'application/json',
      'auth0-client': 'eyJuYW1lIjoiYXV0aDAtc3BhLWpzIn0=',
    },
  });
}

const keycloak: LoginSketch = {
  authorize: 'https://sso.example.com/realms/shop/protocol/openid-connect/auth',
  token: 'https://sso.example.com/realms/shop/protocol/openid-connect/token',
  callback: `${APP}/`,
  issuer: 'https://sso.example.com/realms/shop',
  mode: 'fragment',
  request: {
    response_mode: 'fragment',
    state: 'b6f7a1c2-0000-4000-8000-1a2b3c4d5e6f',
    scope: 'openid',
  },
  response: {
    session_state: 'd3f1',
    iss: 'https://sso.example.com/realms/shop',
    code: 'a1b2c3d4-0000.d3f1-0000.77aa-0000',
  },
  tokens: {
    scope: 'openid email profile',
    'not-before-policy': 0,
    session_state: 'd3f1',
    refresh_expires_in: 1_800,
    refresh_token: jwt({ typ: 'Refresh', sid: '1' }),
  },
};

const cognito: LoginSketch = {
  authorize: 'https://example.auth.eu-central-1.amazoncognito.com/oauth2/authorize',
  token: 'https://example.auth.eu-central-1.amazoncognito.com/oauth2/token',
  callback: `${APP}/auth/`,
  issuer: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Example',
  response: { code: '1f2e3d4c-0000-4000-8000-abcdefabcdef' },
};

const iframes3p: Exchange[] = [
  page(-1, 'https://sso.example.com/realms/shop/protocol/openid-connect/3p-cookies/step1.html', {
    destination: 'iframe',
  }),
  page(-0.9, 'https://sso.example.com/realms/shop/protocol/openid-connect/3p-cookies/step2.html', {
    destination: 'iframe',
  }),
  page(
    5.5,
    'https://sso.example.com/realms/shop/protocol/openid-connect/login-status-iframe.html',
    { destination: 'iframe' },
  ),
  call(
    5.8,
    'https://sso.example.com',
    `https://sso.example.com/realms/shop/protocol/openid-connect/login-status-iframe.html/init?client_id=client-of-the-app&origin=${encodeURIComponent(APP)}`,
    { status: 204 },
  ),
];

const _bearer = (sketch: LoginSketch, at: number, url: string): Exchange =>
  call(at, APP, url, {
    headers: { authorization: `Bearer access-${valuesOf(sketch).code}` },
    answerBody: {},
  });

const metadata = (
  at: number,
  issuer: string,
  sketch: LoginSketch,
  url = `${issuer}/.well-known/openid-configuration`,
) =>
  call(at, APP, url, {
    answerBody: {
      issuer,
      authorization_endpoint: sketch.authorize,
      token_endpoint: sketch.token?.split('?')[0],
      jwks_uri: `${issuer}/keys`,
      userinfo_endpoint: `${issuer}/userinfo`,
    },
  });

const logins: Readonly<Record<string, readonly Exchange[]>> = {
  'Okta with okta-auth-js': [
    metadata(-1, 'https://dev-000000.okta.com/oauth2/default', okta),
    ...login(okta),
    call(6, APP, 'https://dev-000000.okta.com/oauth2/default/v1/keys', {
      answerBody: { keys: [{ kty: 'RSA' }] },
    }),
    call(6.5, APP, 'https://dev-000000.okta.com/oauth2/default/v1/userinfo', {
      headers: { authorization: `Bearer access-${valuesOf(okta).code}` },
      answerBody: { sub: '00u1example' },
    }),
  ],
  'Auth0 with auth0-spa-js, form body': login(auth0),
  'Auth0, whose token endpoint takes JSON': [...frontChannel(auth0), auth0Json(auth0)],
  'Keycloak with keycloak-js': [...iframes3p, ...login(keycloak)],
  'Amazon Cognito': login(cognito),
  ADFS: login({
    authorize: 'https://adfs.example.com/adfs/oauth2/authorize/',
    token: 'https://adfs.example.com/adfs/oauth2/token/',
    callback: `${APP}/`,
    issuer: 'https://adfs.example.com/adfs',
    request: { resource: 'urn:api:example', scope: 'openid' },
    response: { 'client-request-id': '0190-bbbb' },
    tokens: { resource: 'urn:api:example', refresh_token_expires_in: 28_799, scope: 'openid' },
  }),
  'Duende IdentityServer with oidc-client-ts': login({
    authorize: 'https://id.example.com/connect/authorize',
    token: 'https://id.example.com/connect/token',
    callback: `${APP}/signin-oidc`,
    issuer: 'https://id.example.com',
    request: { nonce: undefined, state: '0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
    response: {
      scope: 'openid profile email',
      session_state: 'x.y',
      iss: 'https://id.example.com',
    },
    tokens: { scope: 'openid profile email' },
  }),
  'node-oidc-provider': login({
    authorize: 'https://op.example.com/auth',
    token: 'https://op.example.com/token',
    callback: `${APP}/cb`,
    issuer: 'https://op.example.com',
    response: { iss: 'https://op.example.com' },
  }),
  'Spring Authorization Server': login({
    authorize: 'https://auth.example.com/oauth2/authorize',
    token: 'https://auth.example.com/oauth2/token',
    callback: `${APP}/authorized`,
    tokens: { scope: 'openid profile email' },
    request: { continue: '' },
  }),
  PingFederate: login({
    authorize: 'https://sso.example.com/as/authorization.oauth2',
    token: 'https://sso.example.com/as/token.oauth2',
    callback: `${APP}/cb`,
  }),
  'FusionAuth, which adds locale and userState': login({
    authorize: 'https://login.example.com/oauth2/authorize',
    token: 'https://login.example.com/oauth2/token',
    callback: `${APP}/app/callback`,
    response: { locale: 'en_US', userState: 'Authenticated' },
    tokens: { userId: '0000' },
  }),
  'plain OAuth without OpenID, refresh token for a native app': login({
    authorize: 'https://as.example.com/oauth/authorize',
    token: 'https://as.example.com/oauth/token',
    callback: 'http://127.0.0.1:51004/',
    request: { scope: 'read write', nonce: undefined },
    tokens: { scope: 'read write' },
  }),
};

describe('healthy logins of pages', () => {
  it.each(Object.entries(logins))('%s', (_, exchanges) => {
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
  });
});

const silent = (at: number, sketch: LoginSketch): Exchange[] =>
  login({
    ...sketch,
    at,
    seed: `silent at ${at}`,
    iframe: true,
    request: {
      ...sketch.request,
      state: undefined,
      prompt: 'none',
      id_token_hint: idToken(0, { aud: sketch.client }),
      ...(sketch.request?.state ? { state: `silent-${at}-silent` } : {}),
    },
  });

const multiple: Readonly<Record<string, { exchanges: readonly Exchange[]; flows: number }>> = {
  'silent renewals of keycloak-js every five minutes': {
    exchanges: [
      ...login(keycloak),
      ...silent(300, { ...keycloak, response: {} }),
      ...silent(600, { ...keycloak, response: {} }),
      ...silent(900, { ...keycloak, response: {} }),
    ],
    flows: 4,
  },
  'two logins of one application a minute apart': {
    exchanges: [...login(okta), ...login({ ...okta, at: 60, seed: 'two' })],
    flows: 2,
  },
};

describe('healthy logins beside each other', () => {
  it.each(Object.entries(multiple))('%s', (_, { exchanges, flows }) => {
    expect(summary(exchanges)).toEqual({
      flows: Array.from({ length: flows }, () => clean('succeeded')),
      outside: [],
    });
  });
});

describe('a login that a session answers at once', () => {
  const sketch: LoginSketch = { ...okta, callback: `${APP}/signin` };
  // A redirect keeps the referrer of the page that the person left.
  const headers = { referer: `${APP}/` };

  it('shows the page that the redirection endpoint sends people on to', () => {
    const exchanges = [
      page(0, `${APP}/`),
      redirect(1, `${APP}/login`, requestUrl(sketch), { headers }),
      redirect(1.1, requestUrl(sketch), responseUrl(sketch), { headers }),
      redirect(1.2, responseUrl(sketch), `${APP}/done`, { headers }),
      page(1.3, `${APP}/done`, { headers }),
    ];
    expect(flowsOf(exchanges)).toEqual([
      'authorization_code: authorization-request, authorization-response, landing',
    ]);
  });
});
