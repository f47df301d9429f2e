import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('dex', {
  url: 'https://id.example.com/dex/auth',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'Bad Request: Unregistered redirect_uri ("https://app.example.com/cb").',
      unlike: 'Bad Request: redirect_uri',
    },
    { about: 'client-unknown', text: 'Invalid client_id.', unlike: 'Invalid id.' },
    {
      about: 'client-authentication',
      text: 'invalid_client: Invalid client credentials.',
      unlike: 'Invalid login credentials.',
    },
    { about: 'session-cookie', text: 'User session error.', unlike: 'User error.' },
    {
      about: 'upstream',
      text: 'Login error. Please contact your administrator or try again later.',
      unlike: 'Login. Please contact your administrator.',
    },
    {
      about: 'policy',
      text: 'user "jane" is not a member of any of the required groups',
      unlike: 'user "jane" is a member',
    },
    {
      about: 'logout-parameters',
      text: 'Unregistered post_logout_redirect_uri',
      unlike: 'Registered user',
    },
    {
      about: 'pkce',
      text: 'invalid_request: PKCE is required. The code_challenge parameter must be provided.',
      unlike: 'PKCE is supported.',
    },
    {
      about: 'pkce',
      text: 'Unsupported PKCE challenge method ("plain").',
      unlike: 'Unsupported method.',
    },
    { about: 'pkce', text: 'Invalid code_verifier.', unlike: 'Invalid code.' },
    { about: 'scope', text: 'Unrecognized scope(s) ["admin"]', unlike: 'Recognized scope(s)' },
    {
      about: 'grant',
      text: 'invalid_request: Invalid or expired auth code.',
      unlike: 'Invalid code.',
    },
    {
      about: 'redirect-mismatch',
      text: 'redirect_uri did not match URI from initial request.',
      unlike: 'redirect_uri did match.',
    },
    {
      about: 'grant',
      text: 'Refresh token is invalid or has already been claimed by another client.',
      unlike: 'Refresh token is fine.',
    },
  ],
});
