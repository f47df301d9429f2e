import * as oauth from 'oauth4webapi';
import { discover, local } from '../../client/metadata.ts';
import { attempt } from '../../client/status.ts';
import { authorizationParameters, finish, type Login, leaveFor } from './code-flow.ts';
import { runDevice } from './device.ts';
import { loggedOut, settings } from './settings.ts';

/** Parameters that only this scenario's authorization request has. */
const peculiarities: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'wrong-redirect-uri': { redirect_uri: 'https://app.example.com/callback' },
  'wrong-client': { client_id: 'keycloak-spa-of-yesterday' },
  'wrong-scope': { scope: 'openid invoices.write' },
  'login-required': { prompt: 'none' },
  consent: { client_id: settings.clients.consent },
  'consent-denied': { client_id: settings.clients.consent },
};

/** Runs one step of a scenario with oauth4webapi. Null when the tab goes elsewhere. */
export async function runWithOauth4webapi(name: string): Promise<string | null> {
  if (name === 'device') return runDevice();
  if (location.pathname === '/callback') return afterResponse(name);
  const as = await discover();
  const parameters = await authorizationParameters(name, peculiarities[name]);
  if (name !== 'pushed-request') return leaveFor(as.authorization_endpoint, parameters);
  const client = { client_id: settings.clients.spa };
  const pushed = await oauth.pushedAuthorizationRequest(
    as,
    client,
    oauth.None(),
    parameters,
    local,
  );
  const { request_uri } = await oauth.processPushedAuthorizationResponse(as, client, pushed);
  const reference = new URLSearchParams({ client_id: client.client_id, request_uri });
  return leaveFor(as.authorization_endpoint, reference);
}

async function afterResponse(name: string): Promise<string | null> {
  switch (name) {
    case 'code-used-twice':
      await finish(name, { times: 2 });
      return 'The code was taken twice.';
    case 'code-expired':
      await finish(name, { before: () => seconds(settings.codeLifespan + 1) });
      return 'The code was still taken.';
    case 'consent':
    case 'consent-denied':
      return welcome(await finish(name, { clientId: settings.clients.consent }));
    case 'logout-without-hint':
    case 'logout-wrong-uri':
      return logOut(name, await finish(name));
    case 'revocation':
      return revoke(await finish(name));
    case 'introspection':
      return introspect(await finish(name));
    default:
      return welcome(await finish(name));
  }
}

async function welcome({ as, client, tokens }: Login): Promise<string> {
  const answer = await oauth.userInfoRequest(as, client, tokens.access_token, local);
  const subject = oauth.getValidatedIdTokenClaims(tokens)?.sub ?? '';
  const claims = await oauth.processUserInfoResponse(as, client, subject, answer);
  return `Logged in as ${claims.name}.`;
}

/** Logs out with one parameter missing or wrong (OpenID Connect RP-Initiated Logout section 2). */
async function logOut(name: string, login: Login): Promise<null> {
  const { as, client, tokens } = login;
  await welcome(login);
  // Firefox keeps no status of a page that is left at once. Users stay longer.
  await seconds(1);
  const parameters = new URLSearchParams({ client_id: client.client_id });
  const wrong = name === 'logout-wrong-uri';
  if (wrong) parameters.set('id_token_hint', tokens.id_token ?? '');
  parameters.set('post_logout_redirect_uri', wrong ? `${loggedOut}/then/home` : loggedOut);
  attempt.begin(name, null);
  return leaveFor(as.end_session_endpoint, parameters);
}

/** Revokes the token (RFC 7009 section 2.1). */
async function revoke({ as, client, tokens }: Login): Promise<string> {
  const token = tokens.refresh_token ?? '';
  const answer = await oauth.revocationRequest(as, client, oauth.None(), token, local);
  await oauth.processRevocationResponse(answer);
  return 'The refresh token was revoked.';
}

/** Introspects the token (RFC 7662 section 2.1). Only confidential clients may. */
async function introspect({ as, client, tokens }: Login): Promise<string> {
  const token = tokens.access_token;
  const answer = await oauth.introspectionRequest(as, client, oauth.None(), token, local);
  const { active } = await oauth.processIntrospectionResponse(as, client, answer);
  return `The access token is ${active ? 'active' : 'not active'}.`;
}

function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}
