import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('oidc-provider', {
  url: 'https://op.example.com/auth',
  errors: [
    {
      about: 'grant',
      text: 'invalid_grant: grant request is invalid',
      unlike: 'invalid_grant: grant is fine',
      at: 'token-request',
    },
    {
      about: 'token',
      text: 'invalid_token: invalid token provided',
      unlike: 'invalid_token: token expired',
      at: 'userinfo-request',
    },
    {
      about: 'pkce',
      text: 'invalid_request: Authorization Server policy requires PKCE to be used for this request',
      unlike: 'policy requires a password',
    },
    {
      about: 'pkce',
      text: 'code_challenge_method must be provided with code_challenge',
      unlike: 'code_challenge must be kept',
    },
    {
      about: 'request',
      text: 'Pushed Authorization Request must be used',
      unlike: 'Pushed Authorization Request may be used',
    },
    {
      about: 'request',
      text: 'request_uri is invalid, expired, or was already used',
      unlike: 'request is invalid',
    },
    {
      about: 'scope',
      text: 'openid scope must be requested when using the acr_values parameter',
      unlike: 'openid scope was requested',
    },
    {
      about: 'grant-type',
      text: 'requested response_type is not allowed for this client',
      unlike: 'requested response_type is allowed',
    },
    { about: 'request', text: 'unsupported prompt value requested', unlike: 'unsupported value' },
    {
      about: 'client-authentication',
      text: 'no client authentication mechanism provided',
      unlike: 'no client',
    },
    {
      about: 'client-authentication',
      text: 'client authentication must only be provided using one mechanism',
      unlike: 'client authentication',
    },
    {
      about: 'request',
      text: 'only application/x-www-form-urlencoded content-type bodies are supported on POST /token',
      unlike: 'only forms are supported',
    },
    {
      about: 'origin',
      text: 'origin https://app.example.com not allowed for client: spa',
      unlike: 'origin unknown',
    },
    {
      about: 'target',
      text: 'resource indicator is missing, or unknown',
      unlike: 'resource is missing',
    },
    { about: 'request', text: 'DPoP proof htu mismatch', unlike: 'DPoP proof' },
    {
      about: 'logout-parameters',
      text: 'post_logout_redirect_uri not registered',
      unlike: 'post_logout_redirect_uri',
    },
    {
      about: 'logout-parameters',
      text: 'could not validate id_token_hint (unexpected iss)',
      unlike: 'could validate id_token_hint',
    },
    {
      about: 'redirect-mismatch',
      text: "redirect_uri did not match any of the client's registered redirect_uris",
      unlike: 'redirect_uri did match',
    },
    {
      about: 'client-unknown',
      text: 'error_description: client is invalid',
      unlike: 'the invoice of the client is invalid',
    },
    {
      about: 'session-cookie',
      text: 'interaction session not found',
      unlike: 'interaction not found',
    },
    {
      about: 'other',
      text: 'oops! something went wrong\nerror: server_error',
      unlike: 'Oops! Something went wrong',
    },
  ],
});
