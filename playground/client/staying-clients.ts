import { Auth0Client } from '@auth0/auth0-spa-js';
import * as oauth from 'oauth4webapi';
import { UserManager } from 'oidc-client-ts';
import { authorizationUrl } from './authorization.ts';
import { callApi } from './call-api.ts';
import { discover, local } from './metadata.ts';
import { redeemCode } from './redeem.ts';
import { clientOf, scope } from './settings.ts';
import { attempt } from './status.ts';
import { stay } from './staying.ts';

/** An application that stays open after its login. */
interface StayingClient {
  readonly start: (name: string) => Promise<string | null>;
  readonly finish: (name: string) => Promise<string | null>;
}

const PATH = '/api/me';

/** The applications by the library that they use. */
const clients: Readonly<Record<string, StayingClient>> = {
  oauth4webapi: { start: startWithOauth4webapi, finish: finishWithOauth4webapi },
  'oidc-client-ts': {
    start: async (name) => {
      await managerOf(name).signinRedirect();
      return null;
    },
    finish: finishWithOidcClient,
  },
  'auth0-spa-js': {
    start: async (name) => {
      await auth0Of(name).loginWithRedirect();
      return null;
    },
    finish: finishWithAuth0,
  },
};

/** The application of a scenario; undefined for one that ends after its login. */
export function stayingClient(name: string): StayingClient | undefined {
  return name.startsWith('staying-') ? clients[name.slice('staying-'.length)] : undefined;
}

async function startWithOauth4webapi(name: string): Promise<null> {
  location.assign(await authorizationUrl(await discover(clientOf(name).issuer), name));
  return null;
}

async function finishWithOauth4webapi(name: string): Promise<string> {
  const response = new URLSearchParams(location.search);
  history.replaceState(null, '', location.pathname);
  const secrets = attempt.take(name);
  const client = { client_id: clientOf(name).clientId };
  const as = await discover(clientOf(name).issuer);
  const parameters = oauth.validateAuthResponse(as, client, response, secrets.state);
  const redeemed = await redeemCode({ as, client, parameters, name, secrets });
  let { tokens } = redeemed;
  let until = Date.now() + (tokens.expires_in ?? 0) * 1_000;
  await oauth.validateApplicationLevelSignature(as, redeemed.answer, local);
  const refresh = async (): Promise<void> => {
    const token = tokens.refresh_token ?? '';
    const answer = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), token, local);
    const renewed = await oauth.processRefreshTokenResponse(as, client, answer);
    tokens = { refresh_token: token, ...renewed };
    until = Date.now() + (tokens.expires_in ?? 0) * 1_000;
  };
  return stay(name, {
    login: async (prompt) => {
      location.assign(await authorizationUrl(as, name, prompt ? { prompt } : {}));
    },
    callApi: async () => {
      if (Date.now() >= until) await refresh();
      await callApi(tokens.access_token, PATH);
    },
    refresh,
    logOut: async () => {
      const url = new URL(as.end_session_endpoint ?? '');
      url.search = new URLSearchParams({
        id_token_hint: tokens.id_token ?? '',
        client_id: client.client_id,
        post_logout_redirect_uri: `${location.origin}/logged-out`,
      }).toString();
      location.assign(url);
    },
    popup: null,
  });
}

function managerOf(name: string): UserManager {
  const { clientId, redirectUri, issuer } = clientOf(name);
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: redirectUri,
    popup_redirect_uri: `${location.origin}/popup-callback`,
    post_logout_redirect_uri: `${location.origin}/logged-out`,
    response_type: 'code',
    scope,
    automaticSilentRenew: false,
  });
}

async function finishWithOidcClient(name: string): Promise<string> {
  const manager = managerOf(name);
  const { href } = location;
  history.replaceState(null, '', location.pathname);
  await manager.signinRedirectCallback(href);
  const refresh = async (): Promise<void> => {
    await manager.signinSilent();
  };
  return stay(name, {
    login: (prompt) => manager.signinRedirect(prompt ? { prompt } : {}),
    callApi: async () => {
      if ((await manager.getUser())?.expired) await refresh();
      await callApi((await manager.getUser())?.access_token ?? '', PATH);
    },
    refresh,
    logOut: () => manager.signoutRedirect(),
    popup: async () => {
      await manager.signinPopup();
    },
  });
}

function auth0Of(name: string): Auth0Client {
  const { clientId, redirectUri, issuer } = clientOf(name);
  return new Auth0Client({
    domain: issuer.replace(/\/$/, ''),
    clientId,
    // In memory, the library would refresh in a worker.
    cacheLocation: 'localstorage',
    useRefreshTokens: true,
    authorizationParams: { redirect_uri: redirectUri, scope },
  });
}

async function finishWithAuth0(name: string): Promise<string> {
  const auth0 = auth0Of(name);
  const { href } = location;
  history.replaceState(null, '', location.pathname);
  await auth0.handleRedirectCallback(href);
  const refresh = async (): Promise<void> => {
    await auth0.getTokenSilently({ cacheMode: 'off' });
  };
  return stay(name, {
    login: (prompt) =>
      auth0.loginWithRedirect(prompt ? { authorizationParams: { prompt } } : undefined),
    callApi: async () => callApi((await auth0.getTokenSilently()) ?? '', PATH),
    refresh,
    logOut: () => auth0.logout({ logoutParams: { returnTo: `${location.origin}/logged-out` } }),
    popup: () => auth0.loginWithPopup(),
  });
}
