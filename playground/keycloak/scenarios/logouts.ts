import { clients } from '../realms.ts';
import { type ExpectedFlow, type KeycloakScenario, scenario } from '../scenario.ts';
import { discovered, framed, login } from './flows.ts';

const logout: ExpectedFlow = {
  client: clients.spa,
  grant: 'logout',
  outcome: 'succeeded',
  cause: null,
  kinds: ['end-session-request', 'landing'],
};

const welcomed = [...discovered, 'userinfo-request'] as const;

/** The relation to the login that ends, which an `id_token_hint` shows. */
const hinted = { parent: { client: clients.spa, relation: 'after' } } as const;

/** Logouts that the client begins (OpenID Connect RP-Initiated Logout). */
export const logouts: readonly KeycloakScenario[] = [
  scenario('logout', {
    library: 'keycloak-js',
    sentence: 'Login and logout with id_token_hint.',
    flows: [login(framed), { ...logout, ...hinted }],
  }),
  scenario('logout-without-hint', {
    sentence: 'Logout without id_token_hint: Keycloak asks first.',
    flows: [
      login(welcomed),
      { ...logout, kinds: ['end-session-request', 'interaction', 'landing'] },
    ],
  }),
  scenario('logout-wrong-uri', {
    sentence: 'The post_logout_redirect_uri is not registered.',
    flows: [
      login(welcomed),
      {
        ...logout,
        ...hinted,
        outcome: 'failed',
        cause: 'logout-error-page',
        says: 'Invalid redirect uri',
        kinds: ['end-session-request'],
      },
    ],
  }),
];
