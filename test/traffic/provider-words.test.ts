import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/finding.ts';
import { analyse } from '../helpers/analyse.ts';
import { type ExchangeSketch, exchange } from '../helpers/exchanges.ts';

const KEYCLOAK = 'https://sso.example.com/realms/demo/protocol/openid-connect';
const ENTRA = 'https://login.microsoftonline.com/common/oauth2/v2.0';
const CALLBACK = 'https://app.example.com/cb';
const LOGIN = `response_type=code&client_id=app-1&redirect_uri=${encodeURIComponent(CALLBACK)}&state=s7ate-of-login`;

/** What is told of these exchanges by the check with that id. */
function told(check: string, sketches: readonly ExchangeSketch[]): Finding {
  const { findings } = analyse(sketches.map((sketch, index) => exchange(index, sketch)));
  const found = findings.find((one) => one.check === check);
  if (!found) throw new Error(`no ${check}, but ${findings.map((one) => one.check).join(', ')}`);
  return found;
}

/** A login whose callback shows a page of the application. */
function callbackPage(authorize: string, page: string): readonly ExchangeSketch[] {
  const answer = { 'content-type': 'text/html' };
  return [
    { url: `${authorize}?${LOGIN}`, answer, answerBody: '<h1>Sign in</h1>' },
    {
      url: `${CALLBACK}?code=c0de-of-login&state=s7ate-of-login`,
      status: 400,
      answer,
      answerBody: page,
    },
  ];
}

const ISSUED = {
  url: 'https://github.com/login/oauth/access_token',
  body: 'grant_type=authorization_code&client_id=app-1&code=c0de-1',
  answer: { 'content-type': 'application/json' },
  answerBody: { access_token: 'gho_16C7e42F292c6912E7710c8', token_type: 'bearer', scope: 'repo' },
};

describe('the words of a provider', () => {
  it('are explained at a refresh', () => {
    const found = told('refresh-invalid-grant', [
      {
        url: `${KEYCLOAK}/token`,
        body: 'grant_type=refresh_token&refresh_token=r3fresh&client_id=app-1',
        status: 400,
        answerBody: { error: 'invalid_grant', error_description: 'Token is not active' },
      },
    ]);
    expect(found.observed).toContain('At Keycloak that means: the refresh token has expired');
    expect(found.fix).toContain('Realm settings > Sessions');
  });

  it('are explained at an API of the provider', () => {
    const found = told('api-401-invalid-token', [
      ISSUED,
      {
        url: 'https://api.github.com/user',
        headers: { authorization: 'Bearer gho_16C7e42F292c6912E7710c8' },
        destination: 'empty',
        mode: 'cors',
        status: 401,
        answer: { 'content-type': 'application/json' },
        answerBody: { message: 'Bad credentials', status: '401' },
      },
    ]);
    expect(found.observed).toContain('At GitHub that means: the token is wrong, was revoked');
    expect(found.owner).toBe('client');
  });

  it('are explained at a revocation', () => {
    const found = told('revocation-failed', [
      {
        url: 'https://tenant.okta.com/oauth2/v1/revoke',
        body: 'token=t0ken&token_type_hint=refresh_token&client_id=app-1',
        status: 401,
        answerBody: {
          error: 'invalid_client',
          error_description:
            'Client authentication failed. Either the client or the client credentials are invalid.',
        },
      },
    ]);
    expect(found.title).toBe('Client authentication failed');
    expect(found.fix).toContain('Client Secrets');
    expect(found.owner).toBe('registration');
  });

  it('are explained at a pushed request', () => {
    const found = told('par-request-failed', [
      {
        url: `${KEYCLOAK}/ext/par/request`,
        body: LOGIN,
        status: 400,
        answerBody: {
          error: 'invalid_request',
          error_description: 'Invalid parameter: redirect_uri',
        },
      },
    ]);
    expect(found.title).toBe('The redirect URI is not registered for this client');
    expect(found.fix).toContain('Valid redirect URIs');
  });

  it('are explained at a logout', () => {
    const found = told('logout-error-page', [
      {
        url: `${KEYCLOAK}/logout?client_id=app-1&post_logout_redirect_uri=https%3A%2F%2Fapp.example.com%2Fbye`,
        status: 400,
        answer: { 'content-type': 'text/html' },
        answerBody: '<h1>We are sorry...</h1><p>Invalid redirect uri</p>',
      },
    ]);
    expect(found.fix).toContain('Valid post logout redirect URIs');
  });

  it('are explained on the page of an application that quotes them', () => {
    const page =
      '<p>OAuth error: AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value.</p>';
    const found = told('redirect-landing-failed', callbackPage(`${ENTRA}/authorize`, page));
    expect(found.observed).toContain('At Microsoft Entra ID that means: the client secret');
    expect(found.fix).toContain('Certificates & secrets');
  });

  it('lead from an application without a refresh token to what the provider wants for one', () => {
    const page = '<p>No refresh token found in response.</p>';
    const at = (authorize: string): string =>
      told('redirect-landing-failed', callbackPage(authorize, page)).fix;
    expect(at('https://github.com/login/oauth/authorize')).toContain('Register a GitHub App');
    expect(at('https://accounts.google.com/o/oauth2/v2/auth')).toContain('access_type=offline');
    expect(at('https://server.example.com/authorize')).not.toContain('GitHub');
  });

  it('replace a title that the code of the error would make wrong', () => {
    const { title } = told('token-error-invalid-request', [
      {
        url: `${ENTRA}/token`,
        body: 'grant_type=authorization_code&client_id=app-1&code=c0de-1&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
        status: 400,
        answerBody: {
          error: 'invalid_request',
          error_description:
            "AADSTS9002327: Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
        },
      },
    ]);
    expect(title).toBe('The redirect URI is registered for another kind of client');
  });

  it('lead to the setting when they say no more than the code', () => {
    const refused = (url: string): string =>
      told('token-error-invalid-client', [
        {
          url,
          body: 'grant_type=client_credentials&client_id=app-1&client_secret=s3cret',
          status: 401,
          answerBody: { error: 'invalid_client', error_description: 'No.' },
        },
      ]).fix;
    expect(refused(`${KEYCLOAK}/token`)).toMatch(/ In Keycloak: Clients > Credentials\.$/);
    expect(refused('https://server.example.com/token')).not.toContain(' In ');
  });

  it('lead to the setting for origins when the browser keeps the answer', () => {
    const kept = (url: string): string =>
      told('cors-acao-missing', [
        {
          url,
          body: 'grant_type=authorization_code&client_id=app-1&code=c0de-1',
          headers: { origin: 'https://app.example.com' },
          answerBody: { access_token: 't0ken-9', token_type: 'Bearer' },
        },
      ]).fix;
    expect(kept(`${KEYCLOAK}/token`)).toMatch(/ In Keycloak: .* > Web origins\.$/);
    expect(kept('https://server.example.com/token')).not.toContain(' In ');
  });

  it('are taken apart when the code is not known', () => {
    const found = told('token-error-invalid-grant', [
      {
        url: `${ENTRA}/token`,
        body: 'grant_type=authorization_code&client_id=app-1&code=c0de-1&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
        status: 400,
        answerBody: {
          error: 'invalid_grant',
          error_description:
            'AADSTS165004: Something runtime specific. Trace ID: 44967bcb-93d3-464d-a344-cab615031d78 Correlation ID: 5f9c1b2e-0d1a-4f6e-8a4e-1c2d3e4f5a6b Timestamp: 2026-11-20 10:00:01Z',
        },
      },
    ]);
    expect(found.observed).toContain('"AADSTS165004: Something runtime specific."');
    expect(found.fix).toContain('https://login.microsoftonline.com/error?code=165004');
    expect(found.fix).toContain('44967bcb-93d3-464d-a344-cab615031d78');
  });

  it('stay what they are at a server that nobody knows', () => {
    const found = told('token-error-invalid-grant', [
      {
        url: 'https://server.example.com/token',
        body: 'grant_type=authorization_code&client_id=app-1&code=c0de-1',
        status: 400,
        answerBody: { error: 'invalid_grant', error_description: 'Code not valid' },
      },
    ]);
    expect(found.observed).not.toContain('that means');
  });
});
