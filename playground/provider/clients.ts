import type { JWK } from 'jose';
import type { Addresses } from '../addresses.ts';
import { clientIdOf, type Scenario } from '../scenario.ts';

/** Secret of the confidential client: invented, and worth nothing outside the playground. */
export const serverSideSecret = 'invented-secret-of-the-playground';

/** How the authorization server is registered where it sends people itself. */
export const broker = { clientId: 'playground-broker', secret: serverSideSecret } as const;

/** Scopes that clients may ask for; `notes.write` exists but is allowed to none of them. */
export const clientScope = 'openid profile email notes.read';

/** The `client_id` of a scenario: its name, or where its metadata stands. */
export function clientIdAt(name: string, { secure }: Addresses): string {
  return name === 'mcp-client-document' ? `${secure}/${name}` : clientIdOf(name);
}

/** Where the authorization server sends the browser back to. */
export function redirectUriOf(name: string, { app, closed }: Addresses): string {
  switch (name) {
    case 'callback-500':
      return `${app}/broken/callback`;
    case 'callback-unreachable':
      return `${closed}/callback`;
    case 'server-side':
    case 'server-side-par':
      return `${app}/server/callback`;
    case 'popup':
      return `${app}/popup-callback`;
    case 'login-required':
      return `${app}/silent-callback`;
    default:
      return `${app}/callback`;
  }
}

/** Their clients do not exist, or come to exist on the way. */
const unregistered: ReadonlySet<string> = new Set([
  'hostile',
  'mcp-client-document',
  'mcp-registration',
  'registration',
  'registration-refused',
  'wrong-client',
]);

interface Setting {
  readonly addresses: Addresses;
  readonly clientKey: JWK;
}

/** Client registrations (RFC 7591 section 2), one for each scenario that has one. */
export function registrations(scenarios: readonly Scenario[], { addresses, clientKey }: Setting) {
  const jwks = { keys: [publicHalf(clientKey)] };
  return scenarios
    .filter(({ name }) => !unregistered.has(name))
    .map(({ name, client, registration }) => ({
      client_id: clientIdOf(name),
      client_name: name,
      redirect_uris: [redirectUriOf(name, addresses), `${addresses.app}/silent-callback`],
      response_types: ['code'],
      grant_types: ['authorization_code', ...(usesRefreshToken(name) ? ['refresh_token'] : [])],
      scope: clientScope,
      ...(client === 'server'
        ? { client_secret: serverSideSecret, token_endpoint_auth_method: 'client_secret_basic' }
        : { token_endpoint_auth_method: 'none' }),
      ...registration({ addresses, jwks }),
    }));
}

function usesRefreshToken(name: string): boolean {
  return name === 'clean';
}

/** The registration of one authorization server at the other. */
export function brokerRegistration({ issuer }: Addresses) {
  return {
    client_id: broker.clientId,
    client_secret: broker.secret,
    redirect_uris: [`${issuer}/login/broker`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    scope: 'openid profile email',
  };
}

function publicHalf({ d: _, ...jwk }: JWK): JWK {
  return jwk;
}
