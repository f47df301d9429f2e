/** Origins of one run: Keycloak under two host names, and the app. */
export interface KeycloakAddresses {
  /** Origin of the realm `app`. */
  readonly server: string;
  /** Origin of the realm `upstream`. To a browser it is a different host. */
  readonly upstream: string;
  readonly app: string;
}

/** A user who can log in. User and password are invented. */
export interface Account {
  readonly username: string;
  readonly password: string;
}

/**
 * The account of one scenario in one browser. Keycloak remembers consent and links to identity
 * providers by account, so scenarios do not affect each other.
 */
export function accountOf(realm: Realm, scenario: string, browser: string): Account {
  const username = `${realm === 'app' ? 'ada' : 'grace'}-${browser}-${scenario}`;
  return { username, password: `invented-password-of-${username}` };
}

export type Realm = 'app' | 'upstream';

/** Clients of the realm `app`. */
export const clients = {
  spa: 'keycloak-spa',
  /** Asks for consent at each login. */
  consent: 'keycloak-spa-consent',
  /** Has no required PKCE method: Keycloak would demand PKCE of the device grant too. */
  device: 'keycloak-device',
} as const;

/** An invented secret, of no use outside the playground. */
const BROKER_SECRET = 'invented-secret-of-the-broker';

/** Identity providers of the realm `app`, by alias. All lead to the realm `upstream`. */
const identityProviders = {
  upstream: {},
  'upstream-on-this-host': { sameHost: true },
  'upstream-with-consent': { clientId: 'broker-consent' },
  'upstream-with-wrong-secret': { clientSecret: 'invented-secret-of-yesterday' },
} as const;

export type IdentityProvider = keyof typeof identityProviders;

/** Seconds that a code can be redeemed. One scenario waits for the end, so it is short. */
export const CODE_LIFESPAN = 10;

function userOf({ username, password }: Account) {
  return {
    username,
    enabled: true,
    email: `${username}@example.com`,
    emailVerified: true,
    firstName: username.startsWith('ada') ? 'Ada' : 'Grace',
    lastName: 'Example',
    credentials: [{ type: 'password', value: password, temporary: false }],
  };
}

function spa(clientId: string, app: string, more: object = {}) {
  return {
    clientId,
    publicClient: true,
    redirectUris: [`${app}/callback`, `${app}/silent`],
    webOrigins: [app],
    attributes: {
      'pkce.code.challenge.method': 'S256',
      'post.logout.redirect.uris': `${app}/logged-out`,
    },
    ...more,
  };
}

interface ProviderSketch {
  readonly sameHost?: boolean;
  readonly clientId?: string;
  readonly clientSecret?: string;
}

function identityProvider(
  alias: string,
  { server, upstream }: KeycloakAddresses,
  { sameHost = false, clientId = 'broker', clientSecret = BROKER_SECRET }: ProviderSketch,
) {
  const issuer = `${sameHost ? server : upstream}/realms/upstream`;
  const endpoints = `${issuer}/protocol/openid-connect`;
  return {
    alias,
    displayName: alias,
    providerId: 'oidc',
    enabled: true,
    trustEmail: true,
    config: {
      issuer,
      authorizationUrl: `${endpoints}/auth`,
      tokenUrl: `${endpoints}/token`,
      userInfoUrl: `${endpoints}/userinfo`,
      jwksUrl: `${endpoints}/certs`,
      useJwksUrl: 'true',
      validateSignature: 'true',
      clientId,
      clientSecret,
      clientAuthMethod: 'client_secret_basic',
      defaultScope: 'openid profile email',
      pkceEnabled: 'true',
      pkceMethod: 'S256',
      syncMode: 'IMPORT',
    },
  };
}

function broker(clientId: string, server: string, more: object = {}) {
  return {
    clientId,
    secret: BROKER_SECRET,
    redirectUris: Object.keys(identityProviders).map(
      (alias) => `${server}/realms/app/broker/${alias}/endpoint`,
    ),
    ...more,
  };
}

/**
 * Representations of the realms `app` and `upstream`. `app` can send users to `upstream` to log in.
 */
export function realmsFor(
  addresses: KeycloakAddresses,
  accounts: (realm: Realm) => readonly Account[],
) {
  const { server, app } = addresses;
  // Strong hashing is slow, and these passwords protect nothing.
  const common = { enabled: true, sslRequired: 'none', passwordPolicy: 'hashIterations(1)' };
  return [
    {
      ...common,
      realm: 'app',
      accessCodeLifespan: CODE_LIFESPAN,
      clients: [
        spa(clients.spa, app),
        spa(clients.consent, app, { consentRequired: true }),
        spa(clients.device, app, {
          attributes: { 'oauth2.device.authorization.grant.enabled': 'true' },
        }),
      ],
      users: accounts('app').map(userOf),
      identityProviders: Object.entries(identityProviders).map(([alias, sketch]) =>
        identityProvider(alias, addresses, sketch),
      ),
    },
    {
      ...common,
      realm: 'upstream',
      clients: [
        broker('broker', server),
        broker('broker-consent', server, { consentRequired: true }),
      ],
      users: accounts('upstream').map(userOf),
    },
  ];
}
