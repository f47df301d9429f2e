import * as oauth from 'oauth4webapi';
import { start } from './code-flow.ts';
import { discover, local } from './metadata.ts';
import { register } from './registration.ts';
import { rememberClient, settings } from './settings.ts';
import { wait } from './wait.ts';

type Play = (name: string) => Promise<string | null>;

/** Logins that begin somewhere else. */
export const chains: Readonly<Record<string, Play>> = {
  'mcp-registration': startMcp,
  'mcp-client-document': startMcp,
  'mcp-document-without-path': startMcp,
  'mcp-other-resource': startMcp,
  'mcp-without-resource': startMcp,
  'third-party-login': leaveForPortal,
};

/**
 * Starts a login by the MCP authorization profile. The tool server refuses and says where its
 * metadata is (RFC 9728). That names its authorization server (RFC 8414). There the client
 * registers or is known by its document.
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

/**
 * Shows where the login is before the page leaves. Firefox keeps nothing of a page that leaves at
 * once.
 */
function tellWhereTo(): Promise<void> {
  return wait(800);
}

/** Begins at a portal, which sends the user to the client's `initiate_login_uri`. */
async function leaveForPortal(): Promise<null> {
  location.assign(`${settings.api}/portal`);
  return null;
}

/**
 * True on the page to which a third party sends users to log in (OpenID Connect Core section 4).
 */
export function isInitiatedLogin(): boolean {
  return location.pathname === '/initiate-login';
}

/** Logs in at the issuer that the third party named, if this client knows it. */
export async function startInitiatedLogin(): Promise<null> {
  const issuer = new URLSearchParams(location.search).get('iss');
  if (issuer !== settings.issuer) throw new Error('the third party named a stranger');
  await tellWhereTo();
  return start('third-party-login');
}
