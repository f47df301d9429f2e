/** The grant with which a flow obtains its tokens, by the name that reports use. */
export type Grant =
  | 'authorization_code'
  | 'implicit'
  | 'hybrid'
  | 'refresh_token'
  | 'client_credentials'
  | 'password'
  | 'device_code'
  | 'token_exchange'
  | 'jwt_bearer'
  | 'saml_bearer'
  | 'ciba'
  /** A permission ticket, or permissions by name, for a token or a decision (UMA 2.0 Grant). */
  | 'uma'
  | 'logout'
  /** Federated Credential Management: the browser itself requests the assertion. */
  | 'fedcm'
  /** Steps before an attempt, when nothing followed them: metadata, a registration. */
  | 'discovery'
  | 'registration'
  /** Requests with a token or about one, when the attempt that issued it was not seen. */
  | 'api_call'
  | 'introspection'
  | 'revocation'
  /** A grant that no registry has, or that no message names. */
  | 'other';

const BY_GRANT_TYPE: ReadonlyMap<string, Grant> = new Map([
  ['authorization_code', 'authorization_code'],
  ['refresh_token', 'refresh_token'],
  ['client_credentials', 'client_credentials'],
  ['password', 'password'],
  ['urn:ietf:params:oauth:grant-type:device_code', 'device_code'],
  ['device_code', 'device_code'],
  ['urn:ietf:params:oauth:grant-type:token-exchange', 'token_exchange'],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', 'jwt_bearer'],
  ['urn:ietf:params:oauth:grant-type:saml2-bearer', 'saml_bearer'],
  ['urn:openid:params:grant-type:ciba', 'ciba'],
  ['urn:ietf:params:oauth:grant-type:uma-ticket', 'uma'],
]);

/** Every registered `grant_type`. */
export const GRANT_TYPES: readonly string[] = [...BY_GRANT_TYPE.keys()];

/** The grant of a `grant_type` value; null for unregistered values. */
export function grantOf(grantType: string): Grant | null {
  return BY_GRANT_TYPE.get(grantType) ?? null;
}

/** The grant that a `response_type` asks for (OAuth 2.0 Multiple Response Types). */
export function grantOfResponseType(responseType: string): Grant {
  const types = new Set(responseType.split(/\s+/).filter(Boolean));
  const frontChannelTokens = types.has('token') || types.has('id_token');
  if (types.has('code')) return frontChannelTokens ? 'hybrid' : 'authorization_code';
  return frontChannelTokens ? 'implicit' : 'authorization_code';
}
