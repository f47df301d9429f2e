/** Parameters that appear only in a request to a token endpoint or a similar one. */
export const TOKEN_PARAMETERS = [
  'grant_type',
  'code_verifier',
  'client_assertion',
  'refresh_token',
  'device_code',
  'auth_req_id',
] as const;

/** Matches parameters of these names in a form or in JSON. */
export function inBody(names: readonly string[]): RegExp {
  return new RegExp(`(?:^|[&"{,\\s])(?:${names.join('|')})(?:=|"\\s*:)`);
}

/** Parameters that appear only in the form of a request to a token endpoint or a similar one. */
export const TOKEN_FORM = inBody(TOKEN_PARAMETERS);
