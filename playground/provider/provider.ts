import type { JWK } from 'jose';
import Provider from 'oidc-provider';
import type { Addresses } from '../addresses.ts';
import { clientIdOf, type Scenario } from '../scenario.ts';
import { registrations } from './clients.ts';
import { renderErrorPage } from './error-page.ts';
import { features } from './features.ts';
import { grantEverything } from './grant-everything.ts';
import type { SigningKey } from './signing-key.ts';
import type { Store } from './store.ts';

interface Client {
  readonly clientId: string;
  grantTypeAllowed(type: string): boolean;
}

interface Setting {
  readonly addresses: Addresses;
  readonly scenarios: readonly Scenario[];
  readonly key: SigningKey;
  readonly clientKey: JWK;
  readonly store: Store;
}

// Seconds; short where a scenario has to live to see the end of its access token.
const lifetimes: ReadonlyMap<string, number> = new Map([
  [clientIdOf('clean'), 5],
  [clientIdOf('expired-token-api'), 2],
]);

const responseTypes = [
  'code',
  'code id_token',
  'code id_token token',
  'code token',
  'id_token',
  'id_token token',
  'none',
];

/** The authorization server of the playground: oidc-provider with one account and no consent. */
export function createProvider({ addresses, scenarios, key, clientKey, store }: Setting): Provider {
  return new Provider(addresses.issuer, {
    adapter: (model: string) => store.adapter(model),
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    clientBasedCORS: (_context: unknown, origin: string) => origin === addresses.app,
    clients: registrations(scenarios, { addresses, clientKey }),
    cookies: { keys: [key.cookieSecret] },
    features: features(addresses),
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ada(sub) }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/login/${uid}` },
    issueRefreshToken: (_context: unknown, client: Client) =>
      client.grantTypeAllowed('refresh_token'),
    jwks: { keys: [key.jwk, key.decryption] },
    loadExistingGrant: grantEverything,
    renderError: renderErrorPage,
    responseTypes,
    scopes: ['openid', 'profile', 'email', 'notes.read', 'notes.write'],
    ttl: {
      AccessToken: (_context: unknown, _token: unknown, client: Client) =>
        lifetimes.get(client.clientId) ?? 3600,
      AuthorizationCode: 60,
      BackchannelAuthenticationRequest: 600,
      ClientCredentials: 600,
      DeviceCode: (_context: unknown, _code: unknown, client: Client) =>
        client.clientId === clientIdOf('device-expired') ? 2 : 600,
      Grant: 86_400,
      IdToken: 3600,
      Interaction: 3600,
      PushedAuthorizationRequest: (_context: unknown, _request: unknown, client: Client) =>
        client.clientId === clientIdOf('par-expired') ? 1 : 60,
      RefreshToken: 86_400,
      Session: 86_400,
    },
  });
}

function ada(sub: string) {
  return { sub, name: 'Ada Example', email: 'ada@example.com', email_verified: true };
}
