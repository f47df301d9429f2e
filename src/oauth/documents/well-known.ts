import { parseUrl } from '../../http/url.ts';
import { issuerSuffix } from '../../providers/registry/issuers.ts';

const OPENID = '/.well-known/openid-configuration';
const OAUTH = '/.well-known/oauth-authorization-server';

/**
 * URLs at which the metadata of an issuer is published. OpenID Connect Discovery section 4 appends
 * to the issuer; RFC 8414 section 3.1 puts the issuer's path last. Empty when the issuer is not a
 * web address.
 */
export function metadataUrls(issuer: string): readonly string[] {
  const url = parseUrl(issuer);
  if (!url || !/^https?:$/.test(url.protocol)) return [];
  const path = url.pathname.replace(/\/+$/, '');
  return [`${url.origin}${path}${OPENID}`, `${url.origin}${OAUTH}${path}`];
}

/**
 * Paths of authorization and token endpoints below the issuer, as servers and services use them.
 */
const ENDPOINT =
  /\/(?:protocol\/openid-connect\/(?:auth|token)|oauth2\/v2\.0\/(?:authorize|token)|v1\/(?:authorize|token)|(?:connect|oauth2?|oidc|as)\/[\w.-]+|authorize|auth|token)\/?$/;

/**
 * The issuer that an endpoint's path suggests, at least its origin. Null when it is not a web
 * address.
 */
export function issuerByEndpoint(endpoint: string): string | null {
  const url = parseUrl(endpoint);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const path = url.pathname.replace(ENDPOINT, '');
  if (path === url.pathname) return url.origin;
  return `${url.origin}${path}${issuerSuffix(url.pathname)}`;
}
