import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('auth0', {
  url: 'https://tenant.auth0.com/authorize',
  errors: [
    { about: 'redirect-mismatch', text: 'Callback URL mismatch.' },
    { about: 'client-unknown', text: 'Unknown client: s6BhdRkqt3' },
    {
      about: 'policy',
      text: 'Client "s6BhdRkqt3" is not authorized to access resource server "https://api.example.com".',
    },
    {
      about: 'target',
      text: 'access_denied: Service not found: https://api.example.com',
      unlike: 'Service temporarily unavailable',
    },
    { about: 'scope', text: 'access_denied: Client has not been granted scopes: read:invoices' },
    {
      about: 'grant-type',
      text: "unauthorized_client: Grant type 'client_credentials' not allowed for the client.",
      means: 'the application may not use the grant client_credentials',
    },
    { about: 'grant', text: 'invalid_grant: Unknown or invalid refresh token.' },
    { about: 'pkce', text: 'invalid_grant: Failed to verify code verifier' },
    {
      about: 'grant',
      at: 'authorization_code',
      text: 'invalid_grant: Invalid authorization code',
      unlike: 'invalid_grant: Wrong email or password.',
    },
    {
      about: 'consent',
      at: 'authorization-response',
      text: 'consent_required: Consent required',
      unlike: 'login_required: Login required',
    },
  ],
});
