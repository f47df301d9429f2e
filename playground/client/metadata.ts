import * as oauth from 'oauth4webapi';
import { settings } from './settings.ts';

/** The playground has no TLS; browsers treat localhost as trustworthy anyway. */
export const local = { [oauth.allowInsecureRequests]: true } as const;

/** Reads a server's metadata (OpenID Connect Discovery, or RFC 8414). */
export async function discover(
  issuer = settings.issuer,
  algorithm: 'oidc' | 'oauth2' = 'oidc',
): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  const answer = await oauth.discoveryRequest(url, { ...local, algorithm });
  return oauth.processDiscoveryResponse(url, answer);
}
