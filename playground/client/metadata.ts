import * as oauth from 'oauth4webapi';
import { settings } from './settings.ts';

/** The playground has no TLS; browsers treat localhost as trustworthy anyway. */
export const local = { [oauth.allowInsecureRequests]: true } as const;

/** Reads the server's metadata (RFC 8414, OpenID Connect Discovery). */
export async function discover(): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(settings.issuer);
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, local));
}
