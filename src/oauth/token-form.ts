/** Parameters that appear only in the form of a request to a token endpoint or a similar one. */
export const TOKEN_FORM =
  /(?:^|[&"{,\s])(?:grant_type|code_verifier|client_assertion|refresh_token|device_code|auth_req_id)(?:=|"\s*:)/;
