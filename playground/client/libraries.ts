import { Auth0Client } from '@auth0/auth0-spa-js';
import {
  createStandardPublicClientApplication,
  type IPublicClientApplication,
  ProtocolMode,
} from '@azure/msal-browser';
import Keycloak from 'keycloak-js';
import { callApi } from './call-api.ts';
import { finishWithOidcClient, startWithOidcClient } from './oidc-client.ts';
import { clientOf, scope, settings } from './settings.ts';
import { attempt } from './status.ts';

/** A client library. It begins a login, and finishes it in the callback. */
interface Library {
  readonly start: (name: string) => Promise<string | null>;
  readonly finish: (name: string) => Promise<string | null>;
}

/** The libraries by name. oauth4webapi is used step by step elsewhere. */
export const libraries: Readonly<Record<string, Library>> = {
  'oidc-client-ts': {
    start: startWithOidcClient,
    finish: finishWithOidcClient,
  },
  'auth0-spa-js': {
    start: async (name) => {
      attempt.begin(name, null);
      await auth0Of(name).loginWithRedirect();
      return null;
    },
    finish: finishWithAuth0,
  },
  'msal-browser': {
    start: async (name) => {
      attempt.begin(name, null);
      await (await msalOf(name)).loginRedirect({ scopes: scope.split(' ') });
      return null;
    },
    finish: finishWithMsal,
  },
  'keycloak-js': {
    start: async (name) => {
      attempt.begin(name, null);
      const keycloak = await keycloakOf(name);
      await keycloak.login({ scope, redirectUri: clientOf(name).redirectUri });
      return null;
    },
    finish: finishWithKeycloak,
  },
};

function auth0Of(name: string): Auth0Client {
  const { clientId, redirectUri } = clientOf(name);
  return new Auth0Client({
    domain: settings.upstream,
    clientId,
    authorizationParams: { redirect_uri: redirectUri, scope },
  });
}

/** Takes the response, then gets other tokens in a frame by a message (`web_message`). */
async function finishWithAuth0(name: string): Promise<string> {
  const auth0 = auth0Of(name);
  await auth0.handleRedirectCallback();
  history.replaceState(null, '', '/callback');
  await auth0.getTokenSilently({ cacheMode: 'off' });
  return `Logged in as ${(await auth0.getUser())?.sub}, renewed in a frame.`;
}

async function msalOf(name: string): Promise<IPublicClientApplication> {
  const { clientId, redirectUri, issuer } = clientOf(name);
  return createStandardPublicClientApplication({
    auth: {
      clientId,
      redirectUri,
      authority: issuer,
      knownAuthorities: [new URL(issuer).host],
    },
    system: { protocolMode: ProtocolMode.OIDC },
  });
}

async function finishWithMsal(name: string): Promise<string> {
  const msal = await msalOf(name);
  const result = await msal.handleRedirectPromise({ navigateToLoginRequestUrl: false });
  return `Logged in as ${result?.uniqueId}.`;
}

async function keycloakOf(name: string): Promise<Keycloak> {
  const { clientId, issuer } = clientOf(name);
  const keycloak = new Keycloak({ clientId, oidcProvider: issuer });
  await keycloak.init({ checkLoginIframe: false, pkceMethod: 'S256' });
  return keycloak;
}

async function finishWithKeycloak(name: string): Promise<string> {
  const keycloak = await keycloakOf(name);
  await callApi(keycloak.token ?? '', '/api/me');
  return `Logged in as ${keycloak.subject}.`;
}
