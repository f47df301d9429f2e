import type { JWK } from 'jose';
import type { Addresses } from '../addresses.ts';
import { serverLoginOf } from '../app/server-logins.ts';
import { clientIdOf, type Scenario } from '../scenario.ts';

/** An invented secret of the confidential client, of no use outside the playground. */
export const serverSideSecret = 'invented-secret-of-the-playground';

/** The authorization server's registration at the server to which it sends users. */
export const broker = { clientId: 'playground-broker', secret: serverSideSecret } as const;

/** Scopes that clients may request. `notes.write` exists, but no client may have it. */
export const clientScope = 'openid profile email notes.read';

/** The `client_id` of a scenario: its name, or the address of its metadata. */
export function clientIdAt(name: string, { secure }: Addresses): string {
  if (name === 'mcp-document-without-path') return secure;
  return name === 'mcp-client-document' ? `${secure}/${name}` : clientIdOf(name);
}

/** The redirect URI of a scenario: of the app's server, or of its page. */
export function redirectUriOf(
  { name, client }: Pick<Scenario, 'name' | 'client'>,
  addresses: Addresses,
): string {
  if (client === 'server') return serverLoginOf(name, addresses).redirectUri;
  return redirectUriOfPage(name, addresses);
}

/** The redirect URI of a scenario whose client is the app's page. */
export function redirectUriOfPage(name: string, { app, appByIp, closed }: Addresses): string {
  switch (name) {
    case 'callback-500':
      return `${app}/broken/callback`;
    case 'callback-unreachable':
      return `${closed}/callback`;
    case 'storage-lost':
      return `${appByIp}/callback`;
    case 'callback-policy':
      return `${app}/strict/callback`;
    case 'cached-app':
      return `${app}/pwa/callback`;
    case 'popup':
      return `${app}/popup-callback`;
    case 'login-required':
      return `${app}/silent-callback`;
    default:
      return `${app}/callback`;
  }
}

/** Scenarios whose client does not exist, or is registered on the way. */
const unregistered: ReadonlySet<string> = new Set([
  'hostile',
  'mcp-client-document',
  'mcp-document-without-path',
  'mcp-other-resource',
  'mcp-registration',
  'challenge-hidden',
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
      redirect_uris: [
        redirectUriOf({ name, client }, addresses),
        `${addresses.app}/silent-callback`,
      ],
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
  return name === 'clean' || /^(?:refresh|staying)-/.test(name);
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
