import * as oauth from 'oauth4webapi';
import { start } from './code-flow.ts';
import { discover, local } from './metadata.ts';
import { register } from './registration.ts';
import { rememberClient, settings } from './settings.ts';
import { wait } from './wait.ts';

type Play = (name: string) => Promise<string | null>;

/** Logins that something else comes before. */
export const chains: Readonly<Record<string, Play>> = {
  'mcp-registration': startMcp,
  'mcp-client-document': startMcp,
  'third-party-login': leaveForPortal,
};

/**
 * The MCP authorization profile: the tool server refuses, says where its metadata is (RFC 9728),
 * that names its authorization server (RFC 8414), there the client registers or is known by its
 * document.
 */
async function startMcp(name: string): Promise<null> {
  const resource = new URL('/mcp', settings.api);
  const refused = await fetch(resource, { headers: { 'MCP-Protocol-Version': '2025-06-18' } });
  await refused.text();
  const asked = await oauth.resourceDiscoveryRequest(resource, local);
  const { authorization_servers } = await oauth.processResourceDiscoveryResponse(resource, asked);
  const as = await discover(authorization_servers?.[0] ?? '', 'oauth2');
  if (name === 'mcp-registration') rememberClient(name, (await register(as, name)).client_id);
  await tellWhereTo();
  return start(name);
}

/** The person is told first where the login is; of a page that leaves at once Firefox keeps nothing. */
function tellWhereTo(): Promise<void> {
  return wait(800);
}

/** The person begins at a portal, which sends them to the client's `initiate_login_uri`. */
async function leaveForPortal(): Promise<null> {
  location.assign(`${settings.api}/portal`);
  return null;
}

/** True where a third party sends people to log in (OpenID Connect Core section 4). */
export function isInitiatedLogin(): boolean {
  return location.pathname === '/initiate-login';
}

/** Logs in at the issuer that the third party named, when it is one that this client knows. */
export async function startInitiatedLogin(): Promise<null> {
  const issuer = new URLSearchParams(location.search).get('iss');
  if (issuer !== settings.issuer) throw new Error('the third party named a stranger');
  await tellWhereTo();
  return start('third-party-login');
}
