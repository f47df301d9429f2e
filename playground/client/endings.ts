import * as oauth from 'oauth4webapi';
import { callApi } from './call-api.ts';
import { exchangeForApi, exchangeForOtherServer } from './exchange.ts';
import type { Login } from './login.ts';
import { logout } from './logout.ts';
import { local } from './metadata.ts';
import {
  askAgainFor,
  askForOneScope,
  logInAgain,
  refreshAllTheTime,
  refreshWithDeadToken,
  refreshWithoutRepeating,
} from './repeats.ts';
import { silentLogin } from './silent.ts';
import { goAgainForApi } from './step-up.ts';
import { loginByMessage } from './web-message.ts';
import { callAnotherApi, callAsBearer, followRedirect, logOutByFetch } from './wrong-calls.ts';

/** Steps that follow a login instead of the usual userinfo and API calls. */
export const endings: Readonly<Record<string, (login: Login) => Promise<string | null>>> = {
  'introspection-revocation': introspectAndRevoke,
  'introspection-jwt': introspect,
  'refresh-dead': refreshWithDeadToken,
  'refresh-all-the-time': refreshAllTheTime,
  'refresh-not-repeated': refreshWithoutRepeating,
  'step-up-ignored': askAgainFor,
  'scope-step-up': askForOneScope,
  'max-age-ignored': logInAgain,
  'mcp-without-resource': callMcp,
  'mcp-other-resource': callMcp,
  'dpop-as-bearer': callAsBearer,
  'api-of-another': callAnotherApi,
  'api-moved': followRedirect,
  'logout-by-fetch': logOutByFetch,
  'silent-other-site': renewInFrame,
  'cross-app-slash': exchangeForOtherServer,
  'refresh-race': refreshTwice,
  'token-exchange': exchangeForApi,
  'cross-app': exchangeForOtherServer,
  'step-up': goAgainForApi,
  'web-message': loginByMessage,
  logout,
  'logout-frontchannel': logout,
  'logout-backchannel': logout,
  'logout-unregistered': logout,
  'mcp-registration': callMcp,
  'mcp-client-document': callMcp,
};

/** Asks whether the token is active, revokes it, and asks again (RFC 7662, RFC 7009). */
async function introspectAndRevoke(login: Login): Promise<string> {
  const { as, client, tokens } = login;
  await introspect(login);
  const auth = oauth.None();
  const revoked = await oauth.revocationRequest(as, client, auth, tokens.access_token, local);
  await oauth.processRevocationResponse(revoked);
  return introspect(login);
}

async function introspect({ as, client, tokens, name }: Login): Promise<string> {
  const requestJwtResponse = name === 'introspection-jwt';
  const answer = await oauth.introspectionRequest(as, client, oauth.None(), tokens.access_token, {
    ...local,
    requestJwtResponse,
  });
  const { active } = await oauth.processIntrospectionResponse(as, client, answer);
  return `The token is ${active ? '' : 'no longer '}active.`;
}

/** Logs in once more in a frame, which belongs to another site than the page. */
async function renewInFrame({ name }: Login): Promise<string> {
  return silentLogin(name, { redirect_uri: `${location.origin}/silent-callback` });
}

async function callMcp({ tokens }: Login): Promise<string> {
  await callApi(tokens.access_token, '/mcp');
  return 'The tool server answered.';
}

/** Renews the tokens twice at the same time with one refresh token, then calls the API. */
async function refreshTwice({ as, client, tokens }: Login): Promise<string> {
  const refresh = async () => {
    const auth = oauth.None();
    const token = tokens.refresh_token ?? '';
    const answer = await oauth.refreshTokenGrantRequest(as, client, auth, token, local);
    return oauth.processRefreshTokenResponse(as, client, answer);
  };
  const renewals = await Promise.allSettled([refresh(), refresh()]);
  const [renewed] = renewals.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
  await callApi(renewed?.access_token ?? '', '/api/me');
  return 'The tokens were renewed.';
}
