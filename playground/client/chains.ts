import { start } from './code-flow.ts';
import { startMcp } from './mcp.ts';
import { settings } from './settings.ts';
import { tellWhereTo } from './tell-where-to.ts';

type Play = (name: string) => Promise<string | null>;

/** Logins that begin somewhere else. */
export const chains: Readonly<Record<string, Play>> = {
  'mcp-registration': startMcp,
  'mcp-client-document': startMcp,
  'mcp-document-without-path': startMcp,
  'mcp-other-resource': startMcp,
  'mcp-without-resource': startMcp,
  'mcp-without-metadata': startMcp,
  'mcp-registration-refused': startMcp,
  'third-party-login': leaveForPortal,
};

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
