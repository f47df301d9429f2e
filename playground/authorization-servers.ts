import type { JWK } from 'jose';
import type { Addresses } from './addresses.ts';
import { brokerRegistration, registrations } from './provider/clients.ts';
import type { Detour } from './provider/fetch-from.ts';
import { createProvider } from './provider/provider.ts';
import { createSigningKey } from './provider/signing-key.ts';
import type { Store } from './provider/store.ts';
import type { Scenario } from './scenario.ts';

interface Setting {
  readonly addresses: Addresses;
  readonly scenarios: readonly Scenario[];
  readonly client: { readonly jwk: JWK; readonly publicKey: CryptoKey };
  readonly store: Store;
  readonly upstreamStore: Store;
  readonly secureStore: Store;
  readonly detour: Detour | null;
}

/** Endpoints as Auth0 names them. Its library does not use discovery. */
const upstreamRoutes = {
  authorization: '/authorize',
  end_session: '/v2/logout',
  token: '/oauth/token',
  userinfo: '/userinfo',
} as const;

/** Creates the server that most scenarios use, the server that it trusts, and one with TLS. */
export async function createAuthorizationServers(setting: Setting) {
  const { addresses, scenarios, client, store, upstreamStore, secureStore, detour } = setting;
  const [key, upstreamKey, secureKey] = await Promise.all([
    createSigningKey(),
    createSigningKey(),
    createSigningKey(),
  ]);
  const clients = registrations(scenarios, { addresses, clientKey: client.jwk });
  const provider = createProvider({
    issuer: addresses.issuer,
    addresses,
    clients,
    key,
    trusted: [client.publicKey, upstreamKey.publicKey],
    store,
    cookiePrefix: '',
    detour,
  });
  const upstream = createProvider({
    issuer: `${addresses.upstream}/`,
    addresses,
    clients: [...clients, brokerRegistration(addresses)],
    key: upstreamKey,
    trusted: [client.publicKey],
    store: upstreamStore,
    cookiePrefix: 'upstream',
    routes: upstreamRoutes,
  });
  const secure = createProvider({
    issuer: addresses.secure,
    addresses,
    clients,
    key: secureKey,
    trusted: [client.publicKey],
    store: secureStore,
    cookiePrefix: 'secure',
  });
  return { provider, upstream, secure, key };
}
