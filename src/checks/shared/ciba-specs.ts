const CORE =
  'https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html';

/** What the server answers when it will ask the user. */
export const CIBA_ANSWER = {
  label: 'CIBA Core section 7.3',
  url: `${CORE}#successful_authentication_request_acknowdlegment`,
} as const;

/** What the token endpoint answers while the user decides, and afterwards. */
export const CIBA_TOKEN_ERROR = {
  label: 'CIBA Core section 11',
  url: `${CORE}#token_error_response`,
} as const;
