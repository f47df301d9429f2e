import { describe, expect, it } from 'vitest';
import { APP, AS, spa } from './clients.ts';
import { call, login, page, posted, redirect, requestUrl } from './sketch.ts';
import { conclusion, type Failure, summary } from './summary.ts';

const cases: readonly Failure[] = [
  [
    'Google: redirect_uri_mismatch',
    [
      redirect(
        0,
        requestUrl({ ...spa, authorize: 'https://accounts.google.com/o/oauth2/v2/auth' }),
        '/signin/oauth/error?authError=ChVyZWRpcmVjdF91cmlfbWlzbWF0Y2gS&flowName=GeneralOAuthFlow',
      ),
      page(
        0.3,
        'https://accounts.google.com/signin/oauth/error?authError=ChVyZWRpcmVjdF91cmlfbWlzbWF0Y2gS&flowName=GeneralOAuthFlow',
        {
          status: 400,
          answerBody:
            '<html><title>Error 400: redirect_uri_mismatch</title><h1>Access blocked: This app’s request is invalid</h1><p>Error 400: redirect_uri_mismatch',
        },
      ),
    ],
    'failed',
    'error-page-redirect-mismatch',
  ],
  [
    'Entra: AADSTS50011',
    [
      page(
        0,
        requestUrl({
          ...spa,
          authorize: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
        }),
        {
          answerBody:
            '<html><title>Sign in to your account</title><script>$Config={"strServiceExceptionMessage":"AADSTS50011: The redirect URI \\u0027https://app.example.com/cb\\u0027 specified in the request does not match the redirect URIs configured for the application \\u0027x\\u0027.","urlPost":"/x"}</script><div>Sorry, but we’re having trouble signing you in.</div><div>AADSTS50011: The redirect URI specified in the request does not match</div>',
        },
      ),
    ],
    'failed',
    'error-page-redirect-mismatch',
  ],
  [
    'Keycloak: Invalid parameter: redirect_uri',
    [
      page(
        0,
        requestUrl({
          ...spa,
          authorize: 'https://sso.example.com/realms/shop/protocol/openid-connect/auth',
        }),
        {
          status: 400,
          answerBody:
            '<html><title>Sign in to shop</title><h1>We are sorry...</h1><p class="instruction">Invalid parameter: redirect_uri</p>',
        },
      ),
    ],
    'failed',
    'error-page-redirect-mismatch',
  ],
  [
    'oauthlib: Mismatching redirect URI',
    [
      page(0, requestUrl(spa), {
        status: 400,
        answerBody: '<h2>Error: invalid_request</h2><p>Mismatching redirect URI.</p>',
      }),
    ],
    'failed',
    'error-page-redirect-mismatch',
  ],
  [
    'a debug page that quotes the source code around a crash',
    [
      page(0, requestUrl(spa), {
        status: 500,
        answerBody: `<title>NotImplementedError at /authorize</title><h1>NotImplementedError</h1><pre>Subclasses must implement this method.</pre><pre>${'        return self.validator.validate(request)\n'.repeat(200)}# Invalid client_id / redirect_uri (etc). error_response only</pre>`,
      }),
    ],
    'failed',
    'error-page-server-error',
  ],
  [
    'Spring: the error page requires a login, and loses the error',
    [
      redirect(0, requestUrl(spa), `${AS}/login`),
      page(0.2, `${AS}/login`, {
        answerBody: '<form method="post"><input name="username"><input type="password" name="p">',
      }),
      posted(
        4,
        `${AS}/login`,
        { username: 'u', p: 'p' },
        {
          headers: { referer: `${AS}/login` },
          status: 302,
          answer: { location: '/error?continue' },
        },
      ),
      page(4.2, `${AS}/error?continue`, {
        headers: { referer: `${AS}/login` },
        status: 500,
        answerBody:
          '<h1>Whitelabel Error Page</h1><div>There was an unexpected error (type=None, status=999).</div>',
      }),
    ],
    'failed',
    'error-page-server-error',
  ],
  [
    'redirect_uri with http behind a proxy',
    [
      page(0, requestUrl({ ...spa, callback: 'http://app.example.com/cb' }), {
        status: 400,
        answerBody:
          '<h1>invalid redirect_uri</h1><p>redirect_uri did not match any of the client’s registered redirect_uris',
      }),
    ],
    'failed',
    'error-page-redirect-mismatch',
    ['redirect-uri-insecure'],
  ],
  [
    'disallowed_useragent',
    [
      page(0, requestUrl({ ...spa, authorize: 'https://accounts.google.com/o/oauth2/v2/auth' }), {
        status: 403,
        answerBody:
          '<html><title>Error 403: disallowed_useragent</title><h1>Access blocked</h1><p>Error 403: disallowed_useragent',
      }),
    ],
    'failed',
    'error-page-policy',
  ],
  [
    'a pushed request has expired',
    [
      page(
        0,
        `${AS}/authorize?client_id=client-of-the-app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Aold`,
        {
          status: 400,
          answerBody: '<h1>Error</h1><p>invalid_request_uri: request_uri has expired',
        },
      ),
    ],
    'failed',
    'par-request-uri-expired',
  ],
  [
    'a certificate nobody trusts',
    [
      page(0, requestUrl(spa), {
        status: null,
        failure: { reason: 'tls', text: 'net::ERR_CERT_AUTHORITY_INVALID' },
      }),
    ],
    'failed',
    'network-tls-failure',
  ],
  [
    'the server is off',
    [
      page(0, requestUrl(spa), {
        status: null,
        failure: { reason: 'connection-refused', text: 'net::ERR_CONNECTION_REFUSED' },
      }),
    ],
    'failed',
    'network-connection-refused',
  ],
  [
    'issuer of the ID token has a slash',
    [
      call(-1, APP, `${AS}/.well-known/openid-configuration`, {
        answerBody: {
          issuer: AS,
          authorization_endpoint: spa.authorize,
          token_endpoint: spa.token,
        },
      }),
      ...login({ ...spa, issuer: `${AS}/` }),
    ],
    'failed',
    'id-token-iss-mismatch',
  ],
  [
    'logout refused',
    [
      page(
        0,
        `${AS}/realms/x/protocol/openid-connect/logout?post_logout_redirect_uri=${encodeURIComponent(APP)}`,
        { status: 400, answerBody: '<p>Missing parameters: id_token_hint' },
      ),
    ],
    'failed',
    'logout-error-page',
  ],
  [
    'a broker cannot reach its upstream',
    [
      page(0, requestUrl(spa)),
      posted(
        3,
        `${AS}/session/login`,
        { u: 'x' },
        {
          headers: { referer: requestUrl(spa) },
          status: 502,
          answer: { server: 'nginx' },
          answerBody: '<h1>502 Bad Gateway</h1>',
        },
      ),
    ],
    'failed',
    'gateway-error',
  ],
];

describe('logins that end on a page of the server', () => {
  for (const [name, exchanges, outcome, cause, beside = []] of cases) {
    it(name, () => expect(conclusion(exchanges)).toEqual({ outcome, cause, beside }));
  }
});

describe('failures before any flow', () => {
  it('says that metadata is a page', () => {
    const url = `${AS}/.well-known/openid-configuration`;
    const answer = { 'content-type': 'text/html' };
    const html = call(0, APP, url, { answer, answerBody: '<!doctype html><title>App' });
    const [check, outcome] = ['discovery-not-json', 'failed'];
    expect(summary([html])).toEqual({
      flows: [{ grant: 'discovery', outcome, cause: check, held: [check] }],
      outside: [],
    });
  });
});
