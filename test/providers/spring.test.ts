import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('spring', {
  url: 'https://auth.example.com/oauth2/authorize',
  errors: [
    {
      about: 'client-authentication',
      text: 'invalid_client: Client authentication failed: client_secret_expires_at',
      unlike: 'Client authentication failed',
      means: 'client_secret_expires_at is not what the registered client has',
    },
    {
      about: 'pkce',
      text: '[invalid_grant] OAuth 2.0 Parameter: code_verifier',
      unlike: 'code_verifier',
      means: 'code_verifier is missing or does not match',
    },
    {
      about: 'scope',
      text: '[invalid_scope] OAuth 2.0 Parameter: scope',
      unlike: 'Parameter: scope',
    },
    {
      about: 'request',
      text: '[invalid_request] OAuth 2.0 Parameter: grant_type',
      unlike: 'Parameter: grant_type',
      means: 'grant_type is missing, repeated or wrong',
    },
    {
      about: 'logout-parameters',
      text: 'OpenID Connect 1.0 Logout Request Parameter: post_logout_redirect_uri',
      unlike: 'Logout Request',
      means: 'post_logout_redirect_uri of the logout request is wrong',
    },
    {
      about: 'request',
      text: 'OpenID Connect 1.0 Client Registration Error: redirect_uris',
      unlike: 'Client Registration',
      means: 'the server does not accept redirect_uris of the registration',
    },
    {
      about: 'redirect-mismatch',
      text: '[invalid_request] OAuth 2.0 Parameter: redirect_uri',
      unlike: 'Parameter: redirect_uri',
    },
    {
      about: 'client-unknown',
      text: '[invalid_request] OAuth 2.0 Parameter: client_id',
      unlike: 'Parameter: client_id',
    },
    {
      about: 'server-error',
      text: 'There was an unexpected error (type=None, status=999).',
      unlike: 'There was an unexpected error (type=Not Found, status=404).',
    },
  ],
});
