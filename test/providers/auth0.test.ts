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
  ],
});
