/** Origins of one run: the same Keycloak under two host names, and the app. */
export interface KeycloakAddresses {
  /** Where the realm `app` is visited. */
  readonly server: string;
  /** Where the realm `upstream` is visited; to a browser a different host. */
  readonly upstream: string;
  readonly app: string;
}

/** Who logs in where; invented, like every password here. */
export const people = {
  app: { username: 'ada', password: 'invented-password-of-ada' },
  upstream: { username: 'grace', password: 'invented-password-of-grace' },
} as const;

/** Clients of the realm `app`. */
export const clients = {
  spa: 'keycloak-spa',
  /** Asks for consent at each login. */
  consent: 'keycloak-spa-consent',
} as const;

/** Secret of the realm `app` at `upstream`: invented, and worth nothing outside the playground. */
const BROKER_SECRET = 'invented-secret-of-the-broker';

/** Aliases of the identity providers of the realm `app`; both lead to the realm `upstream`. */
export const identityProviders = ['upstream', 'upstream-on-this-host'] as const;

/** Seconds that a code can be redeemed; short, because one scenario waits for the end of it. */
export const CODE_LIFESPAN = 10;

interface Person {
  readonly username: string;
  readonly password: string;
}

function userOf({ username, password }: Person, firstName: string) {
  return {
    username,
    enabled: true,
    email: `${username}@example.com`,
    emailVerified: true,
    firstName,
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
      'oauth2.device.authorization.grant.enabled': 'true',
    },
    ...more,
  };
}

function identityProvider(alias: string, origin: string) {
  const issuer = `${origin}/realms/upstream`;
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
      clientId: 'broker',
      clientSecret: BROKER_SECRET,
      clientAuthMethod: 'client_secret_basic',
      defaultScope: 'openid profile email',
      pkceEnabled: 'true',
      pkceMethod: 'S256',
      syncMode: 'IMPORT',
    },
  };
}

/** Realm representations of Keycloak: `app`, and `upstream`, where `app` can have people log in. */
export function realmsFor({ server, upstream, app }: KeycloakAddresses) {
  const [distant, near] = identityProviders;
  return [
    {
      realm: 'app',
      enabled: true,
      sslRequired: 'none',
      accessCodeLifespan: CODE_LIFESPAN,
      clients: [spa(clients.spa, app), spa(clients.consent, app, { consentRequired: true })],
      users: [userOf(people.app, 'Ada')],
      identityProviders: [identityProvider(distant, upstream), identityProvider(near, server)],
    },
    {
      realm: 'upstream',
      enabled: true,
      sslRequired: 'none',
      clients: [
        {
          clientId: 'broker',
          secret: BROKER_SECRET,
          redirectUris: identityProviders.map(
            (alias) => `${server}/realms/app/broker/${alias}/endpoint`,
          ),
        },
      ],
      users: [userOf(people.upstream, 'Grace')],
    },
  ];
}
