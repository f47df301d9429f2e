import { originOfUrl, withoutFragment, withoutQuery } from '../http/url.ts';

/**
 * Names of join keys. Value keys hold something that only one attempt knows; place keys (an origin,
 * an endpoint, a redirect URI) are shared by many and join only within a short time.
 */
export const key = {
  exchange: (id: string) => `exchange ${id}`,
  state: (value: string) => `state ${value}`,
  code: (value: string) => `code ${value}`,
  response: (jwt: string) => `response ${jwt}`,
  usedCode: (value: string) => `used-code ${value}`,
  nonce: (value: string) => `nonce ${value}`,
  challenge: (value: string) => `challenge ${value}`,
  token: (value: string) => `token ${value}`,
  refresh: (value: string) => `refresh ${value}`,
  usedRefresh: (value: string) => `used-refresh ${value}`,
  device: (value: string) => `device ${value}`,
  polled: (value: string) => `polled ${value}`,
  userCode: (value: string) => `user-code ${normalUserCode(value)}`,
  verification: (url: string) => `verification ${withoutQuery(url)}`,
  authReqId: (value: string) => `auth-req-id ${value}`,
  repeat: (fingerprint: string) => `repeat ${fingerprint}`,
  client: (id: string) => `client ${id}`,
  resource: (identifier: string) => `resource ${identifier.replace(/\/$/, '')}`,
  resourceServer: (url: string) => `resource-server ${originOfUrl(url) ?? url}`,
  resourceMetadata: (url: string) => `resource-metadata ${url}`,
  wellKnown: (url: string) => `well-known ${originOfUrl(url) ?? url}`,
  session: (issuer: string, sid: string) => `session ${issuer} ${sid}`,
  subject: (issuer: string, sub: string) => `subject ${issuer} ${sub}`,
  fedcm: (host: string) => `fedcm ${host}`,
  stepUp: (demand: string) => `step-up ${demand}`,
  requestUri: (value: string) => `request-uri ${withoutFragment(value)}`,
  pushed: (value: string) => `pushed ${value}`,
  twin: (value: string) => `twin ${value}`,
  holder: (origin: string) => `holder ${origin}`,
  redirected: (url: string) => `redirected ${withoutFragment(url)}`,
  page: (url: string) => `page ${withoutFragment(url)}`,
  loggedOut: (url: string) => `logged-out ${withoutQuery(url)}`,
  posted: (url: string) => `posted ${withoutFragment(url)}`,
  used: (url: string) => `used ${originOfUrl(url) ?? url}`,
  server: (url: string) => `server ${originOfUrl(url) ?? url}`,
  redirectUri: (url: string) => `redirect-uri ${withoutQuery(url)}`,
  endpoint: (url: string) => `endpoint ${withoutQuery(url)}`,
  metadata: (endpoint: string) => `metadata ${withoutQuery(endpoint)}`,
  jwks: (url: string) => `jwks ${url}`,
} as const;

const PLACE =
  /^(?:exchange|holder|redirected|page|posted|logged-out|used|server|redirect-uri|endpoint|metadata|jwks|verification|client|resource|resource-server|resource-metadata|well-known|session|subject|fedcm|step-up) /;

/** RFC 8628 section 6.1: users leave out punctuation and ignore case. */
function normalUserCode(value: string): string {
  return value.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** Whether the key holds a value that other flows may be asked about. */
export function isValueKey(name: string): boolean {
  return !PLACE.test(name);
}
