/** What only a request to a token endpoint, or to one of its kind, has in its form. */
export const TOKEN_FORM =
  /(?:^|[&"{,\s])(?:grant_type|code_verifier|client_assertion|refresh_token|device_code|auth_req_id)(?:=|"\s*:)/;
