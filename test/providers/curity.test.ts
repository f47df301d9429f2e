import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('curity', {
  url: 'https://login.example.com/oauth/v2/oauth-token',
  errors: [
    {
      about: 'client-authentication',
      text: 'Client or client authentication not configured on profile',
    },
  ],
});
