import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('google', {
  url: 'https://accounts.google.com/o/oauth2/v2/auth',
  errors: [
    { about: 'redirect-mismatch', text: 'Error 400: redirect_uri_mismatch' },
    {
      about: 'origin',
      text: 'Error 400: origin_mismatch',
      unlike: 'Error 400: redirect_uri_mismatch',
    },
    { about: 'origin', text: 'error idpiframe_initialization_failed' },
    {
      about: 'client-authentication',
      text: 'invalid_client: Unauthorized',
      unlike: 'invalid_token: Unauthorized',
    },
    { about: 'grant', text: 'invalid_grant: Token has been expired or revoked.' },
    { about: 'grant', text: 'invalid_grant: Malformed auth code.' },
    { about: 'pkce', text: 'invalid_grant: code_verifier or verifier is not needed.' },
    {
      about: 'grant',
      at: 'authorization_code',
      text: 'invalid_grant: Bad Request',
      means: 'the code is wrong, has expired or was redeemed before, or the redirect_uri differs',
    },
    {
      about: 'grant',
      at: 'refresh_token',
      text: 'invalid_grant: Bad Request',
      means: 'the refresh token is not one of this client, or is cut',
    },
    { about: 'policy', text: 'invalid_grant: reauth related error (invalid_rapt)' },
    { about: 'scope', text: 'Error 400: invalid_scope' },
    { about: 'client-authentication', text: 'client_secret is missing.' },
    { about: 'client-unknown', text: 'The OAuth client was not found.' },
    { about: 'client-unknown', text: 'Error 401: deleted_client' },
    { about: 'policy', text: 'Error 400: admin_policy_enforced' },
    { about: 'policy', text: 'Error 403: disallowed_useragent' },
    { about: 'policy', text: 'Error 403: org_internal' },
    { about: 'policy', text: 'Error 403: access_denied' },
    {
      about: 'origin',
      at: 'login-button-request',
      url: 'https://accounts.google.com/gsi/status?client_id=1&cas=x',
    },
    { about: 'other', url: 'https://accounts.google.com/signin/oauth/error/v2?client_id=1' },
  ],
  requests: [
    {
      url: 'https://accounts.google.com/o/oauth2/auth?client_id=1&ss_domain=https%3A%2F%2Fapp.example.com&response_type=permission%20id_token&redirect_uri=storagerelay%3A%2F%2Fhttps%2Fapp.example.com',
      effective: { response_type: 'id_token' },
    },
    {
      url: 'https://accounts.google.com/gsi/select?client_id=1&ux_mode=popup&login_uri=https%3A%2F%2Fapp.example.com%2Fcb',
      effective: {
        response_type: 'id_token',
        response_mode: 'form_post',
        scope: 'openid',
        redirect_uri: 'https://app.example.com/cb',
      },
    },
  ],
});
