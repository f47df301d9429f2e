/** Endpoints whose response_type has a default, or that have only one. */
const ASSUMES_RESPONSE_TYPE =
  /^https:\/\/(?:github\.com\/login\/oauth|slack\.com\/(?:oauth|openid)|[^/]+\.myshopify\.com\/admin\/oauth|www\.facebook\.com\/|connect\.stripe\.com\/)/i;
/** Endpoints that return to the registered URI when the request names none. */
const ASSUMES_REDIRECT_URI =
  /^https:\/\/(?:github\.com\/login\/oauth|discord\.com\/|slack\.com\/(?:oauth|openid)|connect\.stripe\.com\/)/i;
/** OAuth servers without OpenID Connect, or that understand some of its parameters without it. */
const PLAIN_OAUTH =
  /^https:\/\/(?:github\.com|discord\.com|www\.facebook\.com|accounts\.spotify\.com|auth\.atlassian\.com|appleid\.apple\.com|connect\.stripe\.com|[^/]+\.myshopify\.com)\//i;
const LACKS_PKCE =
  /^https:\/\/(?:www\.linkedin\.com|www\.facebook\.com|slack\.com|connect\.stripe\.com|[^/]+\.myshopify\.com|appleid\.apple\.com)\//i;

/** Token endpoints whose documented answer has no `token_type`. */
const OMITS_TOKEN_TYPE = /^https:\/\/[^/]+\.myshopify\.com\/admin\/oauth\//i;

/** Whether this authorization endpoint does without `response_type` (RFC 6749 requires it). */
export function assumesResponseType(endpoint: string): boolean {
  return ASSUMES_RESPONSE_TYPE.test(endpoint);
}

/** Whether this authorization endpoint does without `redirect_uri`. */
export function assumesRedirectUri(endpoint: string): boolean {
  return ASSUMES_REDIRECT_URI.test(endpoint);
}

/** Whether this authorization endpoint belongs to a server without OpenID Connect. */
export function isPlainOAuth(endpoint: string): boolean {
  return PLAIN_OAUTH.test(endpoint);
}

/** Whether this server does not offer PKCE to web applications. */
export function lacksPkce(endpoint: string): boolean {
  return LACKS_PKCE.test(endpoint);
}

/** Whether this token endpoint answers without `token_type` (RFC 6749 requires it). */
export function omitsTokenType(endpoint: string): boolean {
  return OMITS_TOKEN_TYPE.test(endpoint);
}
