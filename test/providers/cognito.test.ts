import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('cognito', {
  url: 'https://tenant.auth.eu-west-1.amazoncognito.com/error',
  errors: [
    {
      about: 'redirect-mismatch',
      url: 'https://tenant.auth.eu-west-1.amazoncognito.com/error?client_id=1&error=redirect_mismatch',
    },
    {
      about: 'session-cookie',
      url: 'https://tenant.auth.eu-west-1.amazoncognito.com/error?error=Invalid+state',
    },
    { about: 'redirect-mismatch', text: 'redirect_mismatch' },
    { about: 'policy', text: 'Login pages unavailable' },
    { about: 'grant-type', text: 'unauthorized_client: Client is not enabled for OAuth2.0 flows' },
    { about: 'client-authentication', at: 'token-request', text: 'invalid_client' },
    {
      about: 'grant',
      at: 'authorization_code',
      text: 'invalid_grant',
      unlike: 'invalid_grant: Refresh token has been revoked',
    },
    {
      about: 'logout-parameters',
      text: "Required String parameter 'redirect_uri' is not present",
    },
    { about: 'other', text: 'An error was encountered with the requested page.' },
  ],
});
