import Provider from 'oidc-provider';
import type { Addresses } from '../addresses.ts';
import type { Metadata } from '../scenario.ts';
import { registerGrants } from './custom-grants.ts';
import { renderErrorPage } from './error-page.ts';
import { features } from './features.ts';
import { type Detour, fetchFrom } from './fetch-from.ts';
import { grantEverything } from './grant-everything.ts';
import { lifetimes } from './lifetimes.ts';
import { prompts } from './prompts.ts';
import type { SigningKey } from './signing-key.ts';
import type { Store } from './store.ts';

interface Client {
  readonly clientId: string;
  grantTypeAllowed(type: string): boolean;
}

interface Setting {
  readonly issuer: string;
  readonly addresses: Addresses;
  readonly clients: readonly Metadata[];
  readonly key: SigningKey;
  /** Public keys of the issuers whose assertions this server accepts. */
  readonly trusted: readonly CryptoKey[];
  readonly store: Store;
  /** Prefix of its cookies. All ports of one host share cookies. */
  readonly cookiePrefix: string;
  readonly detour?: Detour | null;
  readonly routes?: Readonly<Record<string, string>>;
}

const responseTypes = [
  'code',
  'code id_token',
  'code id_token token',
  'code token',
  'id_token',
  'id_token token',
  'none',
];

/** Creates an authorization server: oidc-provider with one account and no consent. */
export function createProvider(setting: Setting): Provider {
  const { issuer, addresses, clients, key, trusted, store, cookiePrefix, routes = {} } = setting;
  const { detour = null } = setting;
  const names = {
    session: `${cookiePrefix}_session`,
    interaction: `${cookiePrefix}_interaction`,
    resume: `${cookiePrefix}_interaction_resume`,
  };
  const provider = new Provider(issuer, {
    acrValues: ['urn:example:mfa'],
    adapter: (model: string) => store.adapter(model),
    claims: {
      openid: ['sub'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      acr: null,
    },
    clientBasedCORS: (_context: unknown, origin: string) => origin === addresses.app,
    clients,
    cookies: { keys: [key.cookieSecret], names },
    extraClientMetadata: { properties: ['frontchannel_logout_uri'] },
    extraTokenClaims: acrOfLogin,
    features: features(addresses),
    fetch: fetchFrom(addresses, detour),
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ada(sub) }),
    interactions: {
      policy: prompts(),
      url: (_context: unknown, { uid }: { uid: string }) => `/login/${uid}`,
    },
    issueRefreshToken: (_context: unknown, client: Client) =>
      client.grantTypeAllowed('refresh_token'),
    jwks: { keys: [key.jwk, key.decryption] },
    loadExistingGrant: grantEverything,
    renderError: renderErrorPage,
    responseTypes,
    routes,
    scopes: ['openid', 'profile', 'email', 'notes.read', 'notes.write'],
    ttl: lifetimes,
  });
  registerGrants(provider, { own: key, trusted });
  return provider;
}

function ada(sub: string) {
  return { sub, name: 'Ada Example', email: 'ada@example.com', email_verified: true };
}

interface TokenContext {
  readonly oidc: { readonly entities: { readonly AuthorizationCode?: { readonly acr?: string } } };
}

/** The `acr` of the login, for an API that reads it (RFC 9470 section 6). */
function acrOfLogin({ oidc }: TokenContext): Metadata | undefined {
  const acr = oidc.entities.AuthorizationCode?.acr;
  return acr === undefined ? undefined : { acr };
}
