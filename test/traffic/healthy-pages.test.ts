import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, keycloak, okta } from './clients.ts';
import { call, frontChannel, type LoginSketch, login, page, redeemed, valuesOf } from './sketch.ts';
import { clean, summary } from './summary.ts';

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
