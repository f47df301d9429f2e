import { clients } from '../realms.ts';
import { type KeycloakScenario, scenario } from '../scenario.ts';
import { discovered, failure, framed, framedAgain, login } from './flows.ts';

const welcomed = [...discovered, 'userinfo-request'] as const;

/** Logins, and what clients do with their tokens. */
export const logins: readonly KeycloakScenario[] = [
  scenario('login-keycloak-js', {
    library: 'keycloak-js',
    sentence: 'Login with the iframes of keycloak-js, userinfo and a refresh.',
    flows: [login([...framed, 'userinfo-request'])],
  }),
  scenario('status-iframe', {
    library: 'keycloak-js',
    sentence: 'keycloak-js asks its status iframe whether the user is logged in. The user is not.',
    flows: [],
  }),
  scenario('check-sso-anonymous', {
    library: 'keycloak-js',
    sentence: 'keycloak-js asks silently whether the user is logged in. The user is not.',
    flows: [
      failure(
        'authz-error-login-required',
        ['session-iframe', 'authorization-request', 'authorization-response'],
        { outcome: 'unfinished' },
      ),
    ],
  }),
  scenario('check-sso', {
    library: 'keycloak-js',
    sentence: 'A login. Another page of the app then finds the session silently.',
    flows: [login(framed), login(framedAgain)],
  }),
  scenario('login-oidc-client-ts', {
    library: 'oidc-client-ts',
    sentence: 'Login with oidc-client-ts, userinfo and a refresh.',
    flows: [login(welcomed)],
  }),
  scenario('login-oauth4webapi', {
    sentence: 'Login with oauth4webapi and userinfo.',
    flows: [login(welcomed)],
  }),
  scenario('pushed-request', {
    sentence: 'The authorization request is pushed first.',
    flows: [
      login([
        'metadata-request',
        'pushed-authorization-request',
        'authorization-request',
        'interaction',
        'authorization-response',
        'token-request',
        'userinfo-request',
      ]),
    ],
  }),
  scenario('consent', {
    sentence: 'The realm asks for consent, the user agrees.',
    flows: [
      login(
        [
          'metadata-request',
          'authorization-request',
          'interaction',
          'authorization-response',
          'token-request',
          'userinfo-request',
        ],
        { client: clients.consent },
      ),
    ],
  }),
  scenario('wrong-password', {
    sentence: 'The user mistypes the password, then logs in.',
    person: { mistypes: true },
    flows: [
      login([
        'metadata-request',
        'authorization-request',
        'interaction',
        'authorization-response',
        'token-request',
        'userinfo-request',
      ]),
    ],
  }),
  scenario('device', {
    sentence: 'A device shows a code, the user approves it in the browser.',
    flows: [
      login(['metadata-request', 'device-authorization-request', 'token-request', 'interaction'], {
        client: clients.device,
        grant: 'device_code',
      }),
    ],
  }),
  scenario('revocation', {
    sentence: 'A login, then the refresh token is revoked.',
    flows: [login([...discovered, 'revocation-request'])],
  }),
  scenario('introspection', {
    sentence: 'A public client asks for introspection, which only confidential clients may.',
    flows: [login([...discovered, 'introspection-request'], { cause: 'introspection-failed' })],
  }),
];
