import * as oauth from 'oauth4webapi';
import { settings } from './settings.ts';

/** Allows http, because the playground has no TLS. Browsers trust localhost anyway. */
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
