/**
 * IANA "OAuth Extensions Error" registry, for authorization endpoints, and OpenID Connect. A code that
 * only one extension uses has its meaning, which completes "The server says that …".
 */
const REGISTERED: ReadonlyMap<string, string | null> = new Map([
  ['invalid_request', null], // RFC 6749 section 4.1.2.1
  ['unauthorized_client', null],
  ['access_denied', null],
  ['unsupported_response_type', null],
  ['invalid_scope', null],
  ['server_error', null],
  ['temporarily_unavailable', null],
  ['interaction_required', null], // OpenID Connect Core section 3.1.2.6
  ['login_required', null],
  ['account_selection_required', null],
  ['session_selection_required', 'the user has several sessions and has to choose one'],
  ['consent_required', null],
  ['invalid_request_uri', null],
  ['invalid_request_object', null],
  ['request_not_supported', null],
  ['request_uri_not_supported', null],
  ['registration_not_supported', null],
  ['invalid_target', null], // RFC 8707 section 2
  ['invalid_authorization_details', null], // RFC 9396 section 5
  ['unmet_authentication_requirements', null], // OpenID Connect Unmet Authentication Requirements
  ['insufficient_user_authentication', null], // RFC 9470 section 3
  ['invalid_dpop_proof', 'it does not accept dpop_jkt or the DPoP proof'], // RFC 9449 section 10
  ['invalid_client_attestation', 'it does not accept the attestation of the client'],
  // OpenID for Verifiable Presentations section 8.5
  ['vp_formats_not_supported', 'the wallet has none of the credential formats'],
  ['invalid_request_uri_method', 'request_uri_method is neither get nor post'],
  ['invalid_transaction_data', 'it does not accept transaction_data'],
  ['wallet_unavailable', 'the wallet does not answer'],
]);

/** Whether a registry knows the error code for authorization responses. */
export function isRegisteredAuthorizationError(code: string): boolean {
  return REGISTERED.has(code);
}

/** What a code says that only one extension uses; null for all other codes. */
export function meaningOfAuthorizationError(code: string): string | null {
  return REGISTERED.get(code) ?? null;
}
