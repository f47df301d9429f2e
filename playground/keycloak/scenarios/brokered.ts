import { clients } from '../realms.ts';
import { type ExpectedFlow, type KeycloakScenario, scenario } from '../scenario.ts';
import { failure, login } from './flows.ts';

const welcomed = [
  'session-iframe',
  'authorization-request',
  'interaction',
  'authorization-response',
  'token-request',
  'userinfo-request',
] as const;

/**
 * The login of the realm `app` as client of the other realm. Its token request is between servers.
 */
const inner: ExpectedFlow = {
  client: 'broker',
  grant: 'authorization_code',
  outcome: 'unknown',
  cause: null,
  kinds: ['authorization-request', 'interaction', 'authorization-response'],
  parent: { client: clients.spa, relation: 'inside' },
};

/** Scenarios with Keycloak as client of another realm: a login inside the login. */
export const brokered: readonly KeycloakScenario[] = [
  scenario('brokered-login', {
    library: 'keycloak-js',
    sentence: 'The user logs in through an identity provider at another host.',
    person: { through: 'upstream' },
    flows: [login(welcomed), inner],
  }),
  scenario('brokered-login-hint', {
    library: 'keycloak-js',
    sentence: 'kc_idp_hint sends the user to a realm of the same host at once.',
    flows: [login(welcomed), inner],
  }),
  scenario('brokered-login-denied', {
    library: 'keycloak-js',
    sentence: 'The user says No at the identity provider, then gives a password.',
    person: { through: 'upstream-with-consent', refuses: true },
    flows: [
      login(welcomed),
      {
        ...inner,
        client: 'broker-consent',
        outcome: 'failed',
        cause: 'authz-error-access-denied',
        kinds: ['authorization-request', 'interaction', 'authorization-response'],
      },
    ],
  }),
  scenario('brokered-login-broken', {
    library: 'keycloak-js',
    sentence: 'Keycloak has a wrong secret for the identity provider.',
    person: { through: 'upstream-with-wrong-secret' },
    flows: [
      failure(
        'error-page-server-error',
        ['session-iframe', 'authorization-request', 'interaction'],
        { says: 'Unexpected error when authenticating with identity provider' },
      ),
      {
        ...inner,
        outcome: 'failed',
        cause: 'redirect-landing-failed',
        kinds: ['authorization-request', 'interaction', 'authorization-response'],
      },
    ],
  }),
];
