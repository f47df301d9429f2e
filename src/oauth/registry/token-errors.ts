/** IANA "OAuth Extensions Error" registry, for token endpoints: errors that end an attempt. */
const FINAL = new Set([
  'invalid_request', // RFC 6749 section 5.2
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'server_error', // RFC 6749 section 4.1.2.1, used at token endpoints as well
  'temporarily_unavailable',
  'invalid_target', // RFC 8707 section 2
  'interaction_required', // OpenID Connect Core section 3.1.2.6
  'login_required',
  'consent_required',
  'account_selection_required',
  'insufficient_user_authentication', // RFC 9470 section 3
  'invalid_dpop_proof', // RFC 9449 section 5
  'token_expired',
  'unsupported_token_type', // RFC 7009 section 2.2.1
  'invalid_authorization_details', // RFC 9396 section 5
  'access_denied', // RFC 8628 section 3.5
  'expired_token',
  'expired_login_hint_token', // CIBA Core section 13
  'transaction_failed',
  'unknown_user_id',
  'invalid_binding_message',
  'unmet_authentication_requirements',
]);

/** Steps rather than failures: the client continues (RFC 8628 section 3.5, RFC 9449 section 8). */
const STEPS = new Set(['authorization_pending', 'slow_down', 'use_dpop_nonce']);

/** Errors that a server can return without reading the parameters of the request. */
const UNREAD = new Set([
  'invalid_request',
  'unsupported_grant_type',
  'invalid_client',
  'unauthorized_client',
  'server_error',
]);

/** Whether a registry knows the error code. */
export function isRegisteredTokenError(code: string): boolean {
  return FINAL.has(code) || STEPS.has(code);
}

/** Whether the error only asks the client to continue: poll again, or repeat with a nonce. */
export function isProtocolStep(code: string | null): boolean {
  return code !== null && STEPS.has(code);
}

/** Whether the error shows that the server had read grant and credentials of the request. */
export function showsRequestWasRead(code: string): boolean {
  return !UNREAD.has(code);
}
