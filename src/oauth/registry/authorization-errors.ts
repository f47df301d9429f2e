/** IANA "OAuth Extensions Error" registry, for authorization endpoints, and OpenID Connect. */
const REGISTERED = new Set([
  'invalid_request', // RFC 6749 section 4.1.2.1
  'unauthorized_client',
  'access_denied',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'interaction_required', // OpenID Connect Core section 3.1.2.6
  'login_required',
  'account_selection_required',
  'consent_required',
  'invalid_request_uri',
  'invalid_request_object',
  'request_not_supported',
  'request_uri_not_supported',
  'registration_not_supported',
  'invalid_target', // RFC 8707 section 2
  'invalid_authorization_details', // RFC 9396 section 5
  'unmet_authentication_requirements', // OpenID Connect Unmet Authentication Requirements
  'insufficient_user_authentication', // RFC 9470 section 3
]);

/** Whether a registry knows the error code for authorization responses. */
export function isRegisteredAuthorizationError(code: string): boolean {
  return REGISTERED.has(code);
}
