/** OAuth servers without OpenID Connect, or that understand some of its parameters without it. */
const PLAIN_OAUTH =
  /^https:\/\/(?:github\.com|discord\.com|www\.facebook\.com|accounts\.spotify\.com|auth\.atlassian\.com|appleid\.apple\.com|connect\.stripe\.com|[^/]+\.myshopify\.com)\//i;
const LACKS_PKCE =
  /^https:\/\/(?:www\.linkedin\.com|www\.facebook\.com|slack\.com|connect\.stripe\.com|[^/]+\.myshopify\.com|appleid\.apple\.com)\//i;

/** Token endpoints whose documented answer has no `token_type`. */
const OMITS_TOKEN_TYPE =
  /^https:\/\/(?:[^/]+\.myshopify\.com\/admin\/oauth\/|www\.linkedin\.com\/oauth\/v2\/|api\.instagram\.com\/oauth\/|oauth\.vk\.com\/|api\.weixin\.qq\.com\/sns\/oauth2\/)/i;

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
