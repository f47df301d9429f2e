import type { Secrecy } from './secrecy-class.ts';

/** A short description of a parameter, and where it is defined. */
export interface ParameterEntry {
  readonly secrecy: Secrecy;
  readonly meaning: string;
  readonly spec: string;
}

type Row = readonly [names: string, entry: ParameterEntry];

const entry = (secrecy: Secrecy, meaning: string, spec: string): ParameterEntry => ({
  secrecy,
  meaning,
  spec,
});

const ROWS: readonly Row[] = [
  ['response_type', entry('public', 'what the client wants back', 'RFC 6749 section 3.1.1')],
  [
    'response_mode',
    entry('public', 'how the response travels', 'OAuth 2.0 Multiple Response Types'),
  ],
  ['client_id', entry('identifier', 'which client asks', 'RFC 6749 section 2.2')],
  ['redirect_uri', entry('identifier', 'where the response goes', 'RFC 6749 section 3.1.2')],
  ['scope', entry('public', 'what access is asked for or granted', 'RFC 6749 section 3.3')],
  ['state', entry('one-time', 'ties the response to this request', 'RFC 6749 section 4.1.1')],
  [
    'nonce',
    entry('one-time', 'ties the ID token to this request', 'OpenID Connect Core section 3.1.2.1'),
  ],
  ['code_challenge', entry('one-time', 'hash of the verifier (PKCE)', 'RFC 7636 section 4.3')],
  ['code_challenge_method', entry('public', 'how the challenge was made', 'RFC 7636 section 4.3')],
  [
    'code_verifier',
    entry('one-time', 'proves who started the login (PKCE)', 'RFC 7636 section 4.5'),
  ],
  [
    'prompt',
    entry('public', 'whether the user may be asked', 'OpenID Connect Core section 3.1.2.1'),
  ],
  [
    'display ui_locales claims_locales max_age acr_values',
    entry('public', 'a wish for the login page', 'OpenID Connect Core section 3.1.2.1'),
  ],
  ['claims', entry('public', 'individual claims asked for', 'OpenID Connect Core section 5.5')],
  [
    'login_hint username email phone phone_number user',
    entry('personal', 'who is logging in', 'OpenID Connect Core section 3.1.2.1'),
  ],
  [
    'id_token_hint',
    entry('secret', 'an earlier ID token, as a hint', 'OpenID Connect Core section 3.1.2.1'),
  ],
  ['domain_hint hd', entry('personal', 'which organisation the user is from', 'vendor')],
  ['request', entry('secret', 'the request as a signed object', 'RFC 9101 section 5')],
  [
    'request_uri',
    entry('one-time', 'reference to a pushed or remote request', 'RFC 9126 section 2.2'),
  ],
  ['resource audience', entry('identifier', 'which API the token is for', 'RFC 8707 section 2')],
  ['authorization_details', entry('public', 'fine-grained access asked for', 'RFC 9396 section 2')],
  ['dpop_jkt', entry('identifier', 'thumbprint of the DPoP key', 'RFC 9449 section 10')],
  [
    'code authorization_code',
    entry('one-time', 'authorization code, usable once', 'RFC 6749 section 4.1.2'),
  ],
  ['iss issuer', entry('identifier', 'which server answered', 'RFC 9207 section 2')],
  [
    'session_state sid',
    entry('one-time', 'the session at the server', 'OpenID Connect Session Management'),
  ],
  ['error', entry('public', 'why it was refused', 'RFC 6749 section 4.1.2.1')],
  ['error_description', entry('public', 'the server’s own words', 'RFC 6749 section 4.1.2.1')],
  ['error_uri', entry('public', 'where the server explains it', 'RFC 6749 section 4.1.2.1')],
  ['response', entry('secret', 'the response as a signed JWT (JARM)', 'JARM section 4.1')],
  ['grant_type', entry('public', 'what is exchanged for a token', 'RFC 6749 section 4.1.3')],
  [
    'client_secret app_secret secret api_key apikey private_key',
    entry('secret', 'the client’s password', 'RFC 6749 section 2.3.1'),
  ],
  ['client_assertion', entry('one-time', 'signed proof of the client', 'RFC 7521 section 4.2')],
  ['client_assertion_type', entry('public', 'kind of client assertion', 'RFC 7521 section 4.2')],
  ['sig', entry('secret', 'a signature that opens what it signs', 'vendor')],
  [
    'subscription_key functions_key ocp_apim_subscription_key access_key account_key shared_access_key',
    entry('secret', 'a key of an API', 'vendor'),
  ],
  ['access_token', entry('secret', 'access token', 'RFC 6749 section 1.4')],
  ['refresh_token', entry('secret', 'refresh token', 'RFC 6749 section 1.5')],
  [
    'g_csrf_token',
    entry('one-time', 'ties the response to this browser', 'Google Identity Services'),
  ],
  ['auth_code', entry('one-time', 'authorization code, usable once', 'Alipay')],
  ['credential', entry('secret', 'ID token', 'Google Identity Services')],
  ['client_key appid app_id', entry('identifier', 'which client asks', 'vendor')],
  ['redirect_to login_uri', entry('identifier', 'where the response goes', 'vendor')],
  ['id_token', entry('secret', 'ID token', 'OpenID Connect Core section 2')],
  ['token subject_token actor_token', entry('secret', 'a token handed in', 'RFC 8693 section 2.1')],
  ['token_type', entry('public', 'how the token is to be used', 'RFC 6749 section 7.1')],
  [
    'token_type_hint subject_token_type actor_token_type requested_token_type issued_token_type',
    entry('public', 'kind of token', 'RFC 8693 section 3'),
  ],
  ['expires_in', entry('public', 'lifetime in seconds', 'RFC 6749 section 5.1')],
  [
    'refresh_expires_in refresh_token_expires_in ext_expires_in not-before-policy',
    entry('public', 'lifetime in seconds', 'vendor'),
  ],
  ['assertion', entry('one-time', 'the assertion exchanged for a token', 'RFC 7521 section 4.1')],
  [
    'username_password password passwd passcode otp totp pin recovery_code mfa_code',
    entry('secret', 'the user’s password', 'RFC 6749 section 4.3.2'),
  ],
  ['device_code', entry('one-time', 'what the device polls with', 'RFC 8628 section 3.2')],
  ['user_code', entry('one-time', 'what the user types in', 'RFC 8628 section 3.2')],
  [
    'verification_uri verification_uri_complete interval',
    entry('public', 'where the user goes', 'RFC 8628 section 3.2'),
  ],
  ['auth_req_id', entry('one-time', 'what the client polls with', 'CIBA Core section 7.3')],
  [
    'client_notification_token login_hint_token logout_token software_statement registration_access_token',
    entry('secret', 'a token', 'IANA OAuth Parameters'),
  ],
  ['requested_expiry', entry('public', 'lifetime in seconds', 'CIBA Core section 7.1')],
  ['requested_token_use', entry('public', 'acting on behalf of a user', 'vendor')],
  [
    'redirect_uris client_name client_uri logo_uri tos_uri policy_uri jwks_uri jwks software_id software_version',
    entry('identifier', 'what the client says of itself', 'RFC 7591 section 2'),
  ],
  [
    'grant_types response_types token_endpoint_auth_method application_type subject_type client_id_issued_at client_secret_expires_at',
    entry('public', 'how the client works', 'RFC 7591 section 2'),
  ],
  ['contacts', entry('personal', 'who answers for the client', 'RFC 7591 section 2')],
  [
    'registration_client_uri',
    entry('identifier', 'where the registration is kept', 'RFC 7592 section 3'),
  ],
  ['initial_access_token', entry('secret', 'allows a registration', 'RFC 7591 section 1.2')],
  [
    'authorization_servers resource_metadata bearer_methods_supported resource_name resource_documentation',
    entry('identifier', 'what the API says of itself', 'RFC 9728 section 2'),
  ],
  ['events', entry('public', 'what has happened', 'RFC 8417 section 2.2')],
  ['htm htu', entry('public', 'which request the proof is for', 'RFC 9449 section 4.2')],
  ['cnf jkt', entry('identifier', 'the key that the token is bound to', 'RFC 7800 section 3.1')],
  ['binding_message', entry('personal', 'shown on both devices', 'CIBA Core section 7.1')],
  [
    'post_logout_redirect_uri logout_uri',
    entry('identifier', 'where the user lands after logout', 'OpenID Connect RP-Initiated Logout'),
  ],
  ['logout_hint', entry('personal', 'who is logging out', 'OpenID Connect RP-Initiated Logout')],
  [
    'SAMLResponse SAMLRequest wresult ticket oauth_token oauth_token_secret oauth_verifier RelayState',
    entry('secret', 'not OAuth 2', 'other protocols'),
  ],
  [
    'sub user_id name given_name family_name preferred_username nickname picture address birthdate upn unique_name oid',
    entry('personal', 'about the user', 'OpenID Connect Core section 5.1'),
  ],
  ['jti', entry('traceable', 'identifies the token', 'RFC 7519 section 4.1.7')],
  ['active', entry('public', 'whether the token is valid now', 'RFC 7662 section 2.2')],
  ['exp', entry('public', 'when the token ends', 'RFC 7519 section 4.1.4')],
  ['nbf', entry('public', 'when the token begins to be valid', 'RFC 7519 section 4.1.5')],
  ['iat', entry('public', 'when the token was made', 'RFC 7519 section 4.1.6')],
  ['aud', entry('public', 'who may accept the token', 'RFC 7519 section 4.1.3')],
  ['azp', entry('public', 'which client the token was issued to', 'OpenID Connect Core section 2')],
  ['auth_time', entry('public', 'when the user logged in', 'OpenID Connect Core section 2')],
  ['acr', entry('public', 'how strong the login was', 'OpenID Connect Core section 2')],
  ['amr', entry('public', 'how the user proved who they are', 'RFC 8176 section 1')],
];

const REGISTRY: ReadonlyMap<string, ParameterEntry> = new Map(
  ROWS.flatMap(([names, value]) => names.split(' ').map((name) => [name, value] as const)),
);

/** The registered description of a parameter or member; null when no registry has it. */
export function parameterEntry(name: string): ParameterEntry | null {
  return REGISTRY.get(name) ?? null;
}

/** Every name that has an entry. */
export function registeredNames(): Iterable<string> {
  return REGISTRY.keys();
}
