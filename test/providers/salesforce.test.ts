import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('salesforce', {
  url: 'https://login.salesforce.com/services/oauth2/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'error=redirect_uri_mismatch: redirect_uri must match configuration',
      unlike: 'redirect_uri must be sent',
    },
    {
      about: 'policy',
      text: 'error=OAUTH_APP_BLOCKED: this app is blocked by admin',
      unlike: 'this app is fine',
    },
    { about: 'policy', text: 'OAUTH_APPROVAL_ERROR_GENERIC', unlike: 'OAUTH_APPROVAL' },
    {
      about: 'client-unknown',
      text: 'invalid_client_id: client identifier invalid',
      unlike: 'invalid identifier',
    },
    {
      about: 'client-authentication',
      text: 'invalid_client: invalid client credentials',
      unlike: 'invalid_client: unsupported',
    },
    {
      about: 'pkce',
      text: 'invalid_request: missing required code challenge',
      unlike: 'missing code',
    },
    { about: 'grant', text: 'invalid_grant: expired authorization code', unlike: 'expired trial' },
    {
      about: 'grant',
      text: 'invalid_grant: expired access/refresh token',
      unlike: 'expired access',
    },
    {
      about: 'consent',
      text: "invalid_grant: user hasn't approved this consumer",
      unlike: 'user has approved this consumer',
    },
    {
      about: 'user',
      text: 'invalid_grant: authentication failure',
      unlike: 'authentication needed',
    },
    { about: 'user', text: 'inactive_user: inactive user', unlike: 'active user' },
  ],
});
