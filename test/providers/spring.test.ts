import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('spring', {
  url: 'https://auth.example.com/oauth2/authorize',
  errors: [
    { about: 'redirect-mismatch', text: '[invalid_request] OAuth 2.0 Parameter: redirect_uri' },
    { about: 'client-unknown', text: '[invalid_request] OAuth 2.0 Parameter: client_id' },
    { about: 'server-error', text: 'There was an unexpected error (type=None, status=999).' },
  ],
});
