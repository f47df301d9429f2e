import Provider from 'oidc-provider';
import type { Addresses } from '../addresses.ts';
import { clientIdOf, type Scenario } from '../scenario.ts';
import { registrations } from './clients.ts';
import { renderErrorPage } from './error-page.ts';
import type { SigningKey } from './signing-key.ts';
import type { Store } from './store.ts';

interface Context {
  readonly oidc: {
    readonly provider: Provider;
    readonly client: { readonly clientId: string; grantTypeAllowed(type: string): boolean };
    readonly params: { readonly scope?: string };
    readonly session: { readonly accountId: string };
  };
}

interface Setting {
  readonly addresses: Addresses;
  readonly scenarios: readonly Scenario[];
  readonly key: SigningKey;
  readonly store: Store;
}

// Seconds; short where a scenario has to live to see the end of its access token.
const lifetimes: ReadonlyMap<string, number> = new Map([
  [clientIdOf('clean'), 5],
  [clientIdOf('expired-token-api'), 2],
]);

/** The authorization server of the playground: oidc-provider with one account and no consent. */
export function createProvider({ addresses, scenarios, key, store }: Setting): Provider {
  return new Provider(addresses.issuer, {
    adapter: (model: string) => store.adapter(model),
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    clientBasedCORS: (_context: Context, origin: string) => origin === addresses.app,
    clients: registrations(scenarios, addresses),
    cookies: { keys: [key.cookieSecret] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: Context, sub: string) => ({ accountId: sub, claims: () => ada(sub) }),
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `/login/${uid}` },
    issueRefreshToken: (_context: Context, client: Context['oidc']['client']) =>
      client.grantTypeAllowed('refresh_token'),
    jwks: { keys: [key.jwk] },
    loadExistingGrant: grantEverything,
    renderError: renderErrorPage,
    scopes: ['openid', 'profile', 'email', 'notes.read', 'notes.write'],
    ttl: {
      AccessToken: (_context: Context, _token: unknown, client: Context['oidc']['client']) =>
        lifetimes.get(client.clientId) ?? 3600,
      AuthorizationCode: 60,
      Grant: 86_400,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 86_400,
      Session: 86_400,
    },
  });
}

function ada(sub: string) {
  return { sub, name: 'Ada Example', email: 'ada@example.com', email_verified: true };
}

/** Logging in is consent enough here, so that one click does both. */
async function grantEverything({ oidc }: Context) {
  const { provider, client, session, params } = oidc;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(params.scope ?? '');
  await grant.save();
  return grant;
}
