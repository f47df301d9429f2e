import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('forgerock', {
  url: 'https://am.example.com/am/oauth2/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'The redirection URI provided does not match a pre-registered value.',
      unlike: 'The redirection was made.',
    },
    {
      about: 'client-authentication',
      text: 'invalid_client: Client authentication failed',
      unlike: 'invalid_client: nothing',
      at: 'token-request',
    },
  ],
});
