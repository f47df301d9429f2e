/** What is known of an error code of the authorization endpoint. */
interface AuthorizationError {
  /** What it says, for codes that only one extension uses. Completes "The server says that …". */
  readonly means?: string;
  /** True for a word that websites use for errors of their own, which are no OAuth. */
  readonly everyday?: true;
}

/** IANA "OAuth Extensions Error" registry, for authorization endpoints, and OpenID Connect. */
const CODES: Readonly<Record<string, AuthorizationError>> = {
  // RFC 6749 section 4.1.2.1
  invalid_request: {},
  unauthorized_client: {},
  access_denied: {},
  unsupported_response_type: {},
  invalid_scope: {},
  server_error: {},
  temporarily_unavailable: {},
  // OpenID Connect Core section 3.1.2.6
  interaction_required: {},
  login_required: {},
  account_selection_required: {},
  session_selection_required: {
    means: 'the user has several sessions and has to choose one',
  },
  consent_required: {},
  invalid_request_uri: {},
  invalid_request_object: {},
  request_not_supported: {},
  request_uri_not_supported: {},
  registration_not_supported: {},
  // RFC 8707 section 2
  invalid_target: {},
  // RFC 9396 section 5
  invalid_authorization_details: {},
  // OpenID Connect Core Unmet Authentication Requirements section 2
  unmet_authentication_requirements: {},
  // RFC 9470 section 3
  insufficient_user_authentication: {},
  // RFC 9449 section 10
  invalid_dpop_proof: { means: 'it does not accept dpop_jkt or the DPoP proof' },
  // Attestation-Based Client Authentication (draft of the OAuth group)
  invalid_client_attestation: { means: 'it does not accept the attestation of the client' },
  // OpenID for Verifiable Presentations section 8.5
  vp_formats_not_supported: { means: 'the wallet has none of the credential formats' },
  invalid_request_uri_method: { means: 'request_uri_method is neither get nor post' },
  invalid_transaction_data: { means: 'it does not accept transaction_data' },
  wallet_unavailable: { means: 'the wallet does not answer' },
  // OpenID Federation section 8.9, and two codes of its earlier drafts
  invalid_client: {},
  invalid_issuer: { means: 'it does not serve the issuer that was asked for' },
  invalid_subject: { means: 'it does not serve the subject that was asked for' },
  invalid_trust_anchor: { means: 'it cannot find or use the trust anchor of the client' },
  invalid_trust_chain: { means: 'it cannot validate the trust chain of the client' },
  invalid_metadata: { means: 'the metadata of the client is invalid or against a policy' },
  not_found: { means: 'it finds no entity with this identifier', everyday: true },
  unsupported_parameter: { means: 'it does not support a parameter of the request' },
  missing_trust_anchor: { means: 'client and server have no trust anchor in common' },
  validation_failed: { means: 'it cannot validate the trust chain', everyday: true },
};

function read(code: string): AuthorizationError | null {
  return Object.hasOwn(CODES, code) ? (CODES[code] ?? null) : null;
}

/** All codes that a registry has for authorization responses. */
export const authorizationErrorCodes: readonly string[] = Object.keys(CODES);

/** Whether a registry knows the error code for authorization responses. */
export function isRegisteredAuthorizationError(code: string): boolean {
  return read(code) !== null;
}

/** Whether a code alone shows that an error belongs to OAuth. */
export function isTellingAuthorizationError(code: string): boolean {
  const error = read(code);
  return error !== null && error.everyday !== true;
}

/** What a code says that only one extension uses; null for all other codes. */
export function meaningOfAuthorizationError(code: string): string | null {
  return read(code)?.means ?? null;
}
