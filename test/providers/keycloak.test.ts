import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('keycloak', {
  url: 'https://sso.example.com/realms/demo/protocol/openid-connect/auth',
  errors: [
    { about: 'redirect-mismatch', text: 'Invalid parameter: redirect_uri' },
    { about: 'client-unknown', text: 'Client not found.' },
    { about: 'client-unknown', text: 'Login requester not enabled' },
    {
      about: 'session-cookie',
      text: 'Cookie not found. Please make sure cookies are enabled in your browser.',
    },
    {
      about: 'logout-parameters',
      at: 'end-session-request',
      text: 'We are sorry...\nInvalid redirect uri',
      unlike: 'We are sorry...\nMissing parameters: id_token_hint',
    },
    {
      about: 'grant-type',
      text: 'unauthorized_client: Client is not allowed to initiate browser login with given response_type. Standard flow is disabled for the client.',
    },
    {
      about: 'scope',
      text: 'invalid_scope: Invalid scopes: openid invoices.write',
      means:
        'a scope of openid invoices.write does not exist in this realm or is not assigned to the client',
    },
    {
      about: 'pkce',
      text: 'invalid_request: Missing parameter: code_challenge_method',
      unlike: 'invalid_request: Missing parameter: code',
    },
    { about: 'request', text: 'invalid_request: Missing parameter: nonce' },
    { about: 'request', text: 'invalid_request: Missing parameter: response_type' },
    {
      about: 'request',
      text: "invalid_request: Response_mode 'query' not allowed for implicit or hybrid flow",
    },
    { about: 'request', text: 'invalid_request: Pushed Authorization Request is only allowed.' },
    {
      about: 'request',
      text: 'invalid_request: DPoP Proof public key thumbprint does not match dpop_jkt',
    },
    {
      about: 'request',
      text: 'We are sorry...\nHTTPS required',
      unlike: 'Use HTTPS required fields below',
    },
    { about: 'upstream', text: 'Missing state parameter in response from identity provider.' },
    { about: 'user', text: 'temporarily_unavailable: authentication_expired' },
    // The token endpoint
    {
      about: 'client-authentication',
      text: 'unauthorized_client: Invalid client or Invalid client credentials',
    },
    {
      about: 'client-authentication',
      text: 'unauthorized_client: Client secret not provided in request',
    },
    {
      about: 'grant-type',
      text: 'unauthorized_client: Client not enabled to retrieve service account',
    },
    {
      about: 'grant-type',
      text: 'unauthorized_client: Client not allowed for direct access grants',
    },
    { about: 'grant-type', text: 'invalid_grant: Client not allowed to exchange code' },
    {
      about: 'grant',
      text: 'invalid_grant: Code not valid',
      unlike: 'invalid_grant: Code is expired',
    },
    {
      about: 'grant',
      text: 'invalid_grant: Code is expired',
      unlike: 'invalid_grant: Code not valid',
    },
    { about: 'request', text: 'invalid_grant: Incorrect redirect_uri' },
    {
      about: 'grant',
      text: 'invalid_grant: Auth error: Found different client_id in clientSession',
    },
    { about: 'pkce', text: 'invalid_grant: PKCE verification failed: Code mismatch' },
    { about: 'pkce', text: 'invalid_grant: PKCE verification failed: Invalid code verifier' },
    { about: 'pkce', text: 'invalid_grant: PKCE code verifier not specified' },
    {
      about: 'pkce',
      text: 'invalid_grant: PKCE code verifier specified but challenge not present in authorization',
    },
    { about: 'grant', text: 'invalid_grant: Maximum allowed refresh token reuse exceeded' },
    { about: 'grant', text: 'invalid_grant: Session not active' },
    {
      about: 'grant',
      text: 'invalid_grant: Token is not active',
      unlike: 'invalid_grant: Session not active',
    },
    { about: 'grant', text: 'invalid_grant: Invalid refresh token' },
    {
      about: 'consent',
      text: 'invalid_scope: Client no longer has requested consent from user',
    },
    { about: 'user', text: 'invalid_grant: Account is not fully set up' },
    {
      about: 'user',
      text: 'invalid_grant: User disabled',
      unlike: 'invalid_grant: Invalid user credentials',
    },
    { about: 'server-error', text: 'Unexpected error when authenticating with identity provider' },
    {
      about: 'other',
      text: 'This page is no longer valid, please go back to your application and sign in again',
    },
    { about: 'other', text: 'We are sorry...' },
  ],
});
