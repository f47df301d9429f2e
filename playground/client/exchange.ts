import * as oauth from 'oauth4webapi';
import { callApi } from './call-api.ts';
import type { Login } from './login.ts';
import { discover, local } from './metadata.ts';
import { settings } from './settings.ts';

const type = (name: string): string => `urn:ietf:params:oauth:token-type:${name}`;
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Exchanges the token of the login for one that is only valid at the API (RFC 8693). */
export async function exchangeForApi({ as, client, tokens }: Login): Promise<string> {
  const { access_token } = await grant(as, client, EXCHANGE, {
    subject_token: tokens.access_token,
    subject_token_type: type('access_token'),
    audience: settings.api,
    scope: 'notes.read',
  });
  await callApi(access_token, '/api/me');
  return 'The exchanged token is good at the API.';
}

/**
 * Exchanges the ID token for an ID-JAG, and that for an access token of the server that the API
 * trusts (Identity Assertion JWT Authorization Grant).
 */
export async function exchangeForOtherServer({ as, client, name, tokens }: Login): Promise<string> {
  const scope = 'notes.read';
  const assertion = await grant(as, client, EXCHANGE, {
    requested_token_type: type('id-jag'),
    subject_token: tokens.id_token ?? '',
    subject_token_type: type('id_token'),
    audience: name === 'cross-app-slash' ? `${settings.issuer}/` : settings.issuer,
    resource: `${settings.api}/api/`,
    scope,
  });
  const other = await discover(settings.issuer);
  const { access_token } = await grant(other, client, JWT_BEARER, {
    assertion: assertion.access_token,
    scope,
  });
  await callApi(access_token, '/api/me');
  return 'The API takes the token of its own server.';
}

/** Requests tokens by any grant for a public client (RFC 6749 section 4.5). */
export async function grant(
  as: oauth.AuthorizationServer,
  client: oauth.Client,
  grantType: string,
  parameters: Record<string, string>,
): Promise<oauth.TokenEndpointResponse> {
  const request = oauth.genericTokenEndpointRequest;
  const answer = await request(as, client, oauth.None(), grantType, parameters, local);
  const recognizedTokenTypes = { n_a: () => undefined };
  return oauth.processGenericTokenEndpointResponse(as, client, answer, { recognizedTokenTypes });
}
