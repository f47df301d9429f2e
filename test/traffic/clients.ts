import { jwt, type LoginSketch } from './sketch.ts';

/** Origin of the application. */
export const APP = 'https://app.example.com';

/** Origin of the authorization server. */
export const AS = 'https://as.example.com';

/** Headers of a request that another site caused. */
export const CROSS = { 'sec-fetch-site': 'cross-site' };

/** A single-page application that logs in with PKCE. */
export const spa: LoginSketch = {
  authorize: `${AS}/authorize`,
  token: `${AS}/token`,
  callback: `${APP}/cb`,
};

/** A server-side application that logs in with Google. */
export const google: LoginSketch = {
  authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
  callback: `${APP}/api/auth/callback/google`,
  client: '000000-example.apps.googleusercontent.com',
  request: {
    access_type: 'offline',
    prompt: 'consent',
    include_granted_scopes: 'true',
    scope: 'openid email profile',
  },
  response: {
    code: '4/0AVMBsJ_example-of-a-code-of-google',
    scope: 'email profile openid https://www.googleapis.com/auth/userinfo.email',
    authuser: '0',
    hd: 'example.com',
    prompt: 'none',
    iss: 'https://accounts.google.com',
  },
};

/** A request of a client that does not use PKCE. */
export const withoutPkce = { code_challenge: undefined, code_challenge_method: undefined };

/** A request without PKCE and without a nonce. */
export const PLAIN = {
  code_challenge: undefined,
  code_challenge_method: undefined,
  nonce: undefined,
};

/** A response that CORS withholds from the page. */
export const hidden = (more = {}) => ({
  delivered: false,
  failure: { reason: 'blocked' as const, text: 'net::ERR_FAILED' },
  ...more,
});

/** A single-page application that logs in with Okta. */
export const okta: LoginSketch = {
  authorize: 'https://dev-000000.okta.com/oauth2/default/v1/authorize',
  token: 'https://dev-000000.okta.com/oauth2/default/v1/token',
  callback: `${APP}/login/callback`,
  client: '0oa1example',
  issuer: 'https://dev-000000.okta.com/oauth2/default',
  tokens: { scope: 'openid profile email' },
};

/** A single-page application that logs in with Keycloak. */
export const keycloak: LoginSketch = {
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
