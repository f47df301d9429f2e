import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('pingfederate', {
  url: 'https://sso.example.com/as/authorization.oauth2',
  errors: [
    { about: 'client-unknown', text: 'Unknown or invalid client_id', unlike: 'Unknown user' },
    { about: 'redirect-mismatch', text: 'Invalid redirect_uri', unlike: 'Invalid redirect' },
    {
      about: 'grant',
      text: 'invalid_grant: unknown, invalid, or expired refresh token',
      unlike: 'invalid_grant: expired code',
    },
  ],
});
