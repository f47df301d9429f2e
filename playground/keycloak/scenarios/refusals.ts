import { clients } from '../realms.ts';
import { type KeycloakScenario, scenario } from '../scenario.ts';
import { discovered, failure, login } from './flows.ts';

const page = ['metadata-request', 'authorization-request'] as const;
const returned = [...page, 'authorization-response'] as const;

/** Logins that Keycloak refuses. */
export const refusals: readonly KeycloakScenario[] = [
  scenario('wrong-redirect-uri', {
    sentence: 'The redirect_uri is not registered.',
    flows: [
      failure('error-page-redirect-mismatch', page, { says: 'Invalid parameter: redirect_uri' }),
    ],
  }),
  scenario('wrong-client', {
    sentence: 'The realm has no such client.',
    flows: [
      failure('error-page-client-unknown', page, {
        client: 'keycloak-spa-of-yesterday',
        says: 'Client not found.',
      }),
    ],
  }),
  scenario('wrong-scope', {
    sentence: 'The realm has no such scope.',
    flows: [failure('authz-error-invalid-scope', returned)],
  }),
  scenario('login-required', {
    sentence: 'prompt=none without a session.',
    flows: [failure('authz-error-login-required', returned, { outcome: 'unfinished' })],
  }),
  scenario('consent-denied', {
    sentence: 'The user presses No at the consent page.',
    person: { refuses: true },
    flows: [
      failure('authz-error-access-denied', [...page, 'interaction', 'authorization-response'], {
        client: clients.consent,
      }),
    ],
  }),
  scenario('code-used-twice', {
    sentence: 'The client redeems its code twice.',
    flows: [login(discovered, { cause: 'code-reused' })],
  }),
  scenario('code-expired', {
    sentence: 'The client redeems its code too late.',
    flows: [failure('token-error-invalid-grant', discovered)],
  }),
];
