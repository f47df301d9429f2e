import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('authentik', {
  url: 'https://sso.example.com/application/o/authorize/',
  errors: [
    { about: 'redirect-mismatch', text: 'Redirect URI Error', unlike: 'Redirect' },
    { about: 'client-unknown', text: 'Client ID Error', unlike: 'Client Error' },
    {
      about: 'client-authentication',
      text: 'invalid_client: Client authentication failed (e.g., unknown client, no client authentication included)',
      unlike: 'invalid_client: failed',
    },
    {
      about: 'grant',
      text: 'The provided authorization grant or refresh token is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client',
      unlike: 'The grant is invalid',
    },
  ],
});
