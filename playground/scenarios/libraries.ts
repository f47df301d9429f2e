import { type Scenario, scenario } from '../scenario.ts';

const succeeded = {
  outcome: 'succeeded',
  cause: null,
  kinds: ['authorization-request', 'authorization-response', 'token-request'],
} as const;

/** The usual login with other libraries. */
export const libraries: readonly Scenario[] = [
  scenario('auth0-spa-js', {
    ...succeeded,
    client: 'auth0-spa-js',
    server: 'upstream',
    title: 'Login that works, with auth0-spa-js',
    sentence: 'The tokens are then renewed in a frame by a message (web_message).',
  }),
  scenario('msal-browser', {
    ...succeeded,
    client: 'msal-browser',
    server: 'secure',
    title: 'Login that works, with msal-browser',
    sentence: 'The library accepts only a server with TLS.',
  }),
  scenario('keycloak-js', {
    ...succeeded,
    client: 'keycloak-js',
    title: 'Login that works, with keycloak-js',
    sentence: 'The response comes in the fragment.',
  }),
];
