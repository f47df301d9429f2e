import type { ExpectedFlow, KeycloakScenario } from './scenario.ts';

/** A login of the app that nobody can find fault with. */
const login: ExpectedFlow = {
  client: 'keycloak-spa',
  grant: 'authorization_code',
  outcome: 'succeeded',
  cause: null,
  kinds: ['authorization-request', 'authorization-response', 'token-request', 'userinfo-request'],
};

const sketches: readonly (Omit<KeycloakScenario, 'person' | 'flows'> &
  Partial<KeycloakScenario>)[] = [
  {
    name: 'login-keycloak-js',
    library: 'keycloak-js',
    sentence: 'Login with the iframes of keycloak-js, userinfo and a refresh.',
    flows: [login],
  },
  {
    name: 'status-iframe',
    library: 'keycloak-js',
    sentence: 'keycloak-js asks its status iframe whether somebody is logged in; nobody is.',
  },
  {
    name: 'check-sso-anonymous',
    library: 'keycloak-js',
    sentence: 'keycloak-js asks silently whether somebody is logged in; nobody is.',
  },
  {
    name: 'check-sso',
    library: 'keycloak-js',
    sentence: 'A login, then another page of the app finds the session silently.',
  },
  {
    name: 'login-oidc-client-ts',
    library: 'oidc-client-ts',
    sentence: 'Login with oidc-client-ts, userinfo and a refresh.',
  },
  {
    name: 'login-oauth4webapi',
    library: 'oauth4webapi',
    sentence: 'Login with oauth4webapi and userinfo.',
  },
  {
    name: 'pushed-request',
    library: 'oauth4webapi',
    sentence: 'The authorization request is pushed first.',
  },
  {
    name: 'consent',
    library: 'oauth4webapi',
    sentence: 'The realm asks for consent, the person agrees.',
  },
  {
    name: 'wrong-password',
    library: 'oauth4webapi',
    sentence: 'The person mistypes the password, then logs in.',
    person: { mistypes: true },
  },
  {
    name: 'brokered-login',
    library: 'keycloak-js',
    sentence: 'The person logs in through an identity provider at another host.',
    person: { through: 'upstream' },
  },
  {
    name: 'brokered-login-hint',
    library: 'keycloak-js',
    sentence: 'kc_idp_hint sends the person to a realm of the same host at once.',
  },
  {
    name: 'brokered-login-denied',
    library: 'keycloak-js',
    sentence: 'The person says No at the identity provider, then gives a password.',
    person: { through: 'upstream-with-consent', refuses: true },
  },
  {
    name: 'brokered-login-broken',
    library: 'keycloak-js',
    sentence: 'Keycloak has a wrong secret for the identity provider.',
    person: { through: 'upstream-with-wrong-secret' },
  },
  {
    name: 'device',
    library: 'oauth4webapi',
    sentence: 'A device shows a code, the person approves it in the browser.',
  },
  {
    name: 'revocation',
    library: 'oauth4webapi',
    sentence: 'A login, then the refresh token is revoked.',
  },
  {
    name: 'introspection',
    library: 'oauth4webapi',
    sentence: 'A page asks for introspection, which only confidential clients may.',
  },
  {
    name: 'logout',
    library: 'keycloak-js',
    sentence: 'Login and logout with id_token_hint.',
  },
  {
    name: 'logout-without-hint',
    library: 'oauth4webapi',
    sentence: 'Logout without id_token_hint: Keycloak asks first.',
  },
  {
    name: 'logout-wrong-uri',
    library: 'oauth4webapi',
    sentence: 'The post_logout_redirect_uri is not registered.',
  },
  {
    name: 'wrong-redirect-uri',
    library: 'oauth4webapi',
    sentence: 'The redirect_uri is not registered.',
  },
  {
    name: 'wrong-client',
    library: 'oauth4webapi',
    sentence: 'The realm has no such client.',
  },
  {
    name: 'wrong-scope',
    library: 'oauth4webapi',
    sentence: 'The realm has no such scope.',
  },
  {
    name: 'login-required',
    library: 'oauth4webapi',
    sentence: 'prompt=none, but nobody is logged in.',
  },
  {
    name: 'consent-denied',
    library: 'oauth4webapi',
    sentence: 'The person presses No at the consent page.',
    person: { refuses: true },
  },
  {
    name: 'cookie-lost',
    library: 'oauth4webapi',
    sentence: 'The login page’s form goes to another host name, without its cookie.',
    person: { changesHost: true },
  },
  {
    name: 'code-used-twice',
    library: 'oauth4webapi',
    sentence: 'The client redeems its code twice.',
  },
  {
    name: 'code-expired',
    library: 'oauth4webapi',
    sentence: 'The client redeems its code too late.',
  },
];

/** Every scenario, in the order of the page's buttons. */
export const keycloakScenarios: readonly KeycloakScenario[] = sketches.map((sketch) => ({
  person: {},
  flows: [],
  ...sketch,
}));
