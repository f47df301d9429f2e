import { stepOfProvider } from '../../providers/registry/token-steps.ts';

/** What is known of an error code of the token endpoint. */
interface TokenError {
  /** True when the client continues: it polls again, repeats with a nonce, or goes on elsewhere. */
  readonly step?: true;
  /** True when a server can return it without having read the parameters of the request. */
  readonly unread?: true;
  /** What it says, for codes that only one extension uses. Completes "The server says that …". */
  readonly means?: string;
}

/** IANA "OAuth Extensions Error" registry, for token endpoints, and drafts of the OAuth group. */
const CODES: Readonly<Record<string, TokenError>> = {
  // RFC 6749 section 5.2
  invalid_request: { unread: true },
  invalid_client: { unread: true },
  invalid_grant: {},
  unauthorized_client: { unread: true },
  unsupported_grant_type: { unread: true },
  invalid_scope: {},
  // RFC 6749 section 4.1.2.1, used at token endpoints as well
  server_error: { unread: true },
  temporarily_unavailable: {},
  // RFC 8707 section 2
  invalid_target: {},
  // OpenID Connect Core section 3.1.2.6, used at token endpoints as well
  interaction_required: {},
  login_required: {},
  consent_required: {},
  account_selection_required: {},
  session_selection_required: {},
  // RFC 9470 section 3
  insufficient_user_authentication: {},
  // RFC 9449 sections 5 and 8
  invalid_dpop_proof: {},
  use_dpop_nonce: { step: true },
  token_expired: {},
  // RFC 7009 section 2.2.1
  unsupported_token_type: {},
  // RFC 9396 section 5
  invalid_authorization_details: { means: 'it does not accept the authorization_details' },
  // RFC 8628 section 3.5
  authorization_pending: { step: true },
  slow_down: { step: true },
  access_denied: {},
  expired_token: {},
  // CIBA Core section 13
  expired_login_hint_token: { means: 'the login_hint_token has expired' },
  transaction_failed: { means: 'the login on the other device failed and has to be started again' },
  unknown_user_id: { means: 'the hint names no user that it knows' },
  missing_user_code: { means: 'the user has a secret code, and the request has no user_code' },
  invalid_user_code: { means: 'user_code is wrong' },
  invalid_binding_message: { means: 'it cannot show the binding_message' },
  // OpenID Connect Core Unmet Authentication Requirements section 3
  unmet_authentication_requirements: { means: 'it cannot reach the demanded level of login' },
  // UMA 2.0 Grant section 3.3.6
  need_info: { step: true },
  request_submitted: { step: true },
  request_denied: { means: 'this client may not have the permissions of the ticket' },
  // RFC 9200 section 5.8.3
  unsupported_pop_key: { means: 'it does not support the key that the token is to be bound to' },
  incompatible_ace_profiles: { means: 'client and API have no profile of ACE in common' },
  // Attestation-Based Client Authentication (draft of the OAuth group)
  use_attestation_challenge: { step: true },
  use_fresh_attestation: { step: true },
  invalid_client_attestation: { means: 'it does not accept the attestation of the client' },
  // OAuth 2.0 for First-Party Applications (draft of the OAuth group)
  insufficient_authorization: { step: true },
  redirect_to_web: { step: true },
  invalid_session: { means: 'the auth_session has ended or is not valid' },
};

function read(code: string): TokenError | null {
  return Object.hasOwn(CODES, code) ? (CODES[code] ?? null) : null;
}

/** All codes that a registry or a draft has for the token endpoint. */
export const tokenErrorCodes: readonly string[] = Object.keys(CODES);

/** Whether a registry, a draft or the documentation of a provider defines the error code. */
export function isRegisteredTokenError(code: string): boolean {
  return read(code) !== null || stepOfProvider(code) !== null;
}

/** Whether the error only asks the client to continue: poll again, or repeat with a nonce. */
export function isProtocolStep(code: string | null): boolean {
  return code !== null && (read(code)?.step === true || stepOfProvider(code) !== null);
}

/** Whether the error shows that the server had read grant and credentials of the request. */
export function showsRequestWasRead(code: string): boolean {
  return read(code)?.unread !== true;
}

/** What a code says that only one extension uses; null for all other codes. */
export function meaningOfTokenError(code: string): string | null {
  return read(code)?.means ?? null;
}
