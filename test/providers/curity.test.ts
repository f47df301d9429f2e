import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('curity', {
  url: 'https://login.example.com/oauth/v2/oauth-token',
  errors: [
    {
      about: 'client-authentication',
      text: 'invalid_client: Client or client authentication not configured on profile',
      unlike: 'invalid_client: Client authentication',
    },
    {
      about: 'scope',
      text: 'invalid_scope: No valid scope was requested',
      unlike: 'invalid_scope: scope',
    },
    {
      about: 'client-unknown',
      text: 'The client is not valid. It is unknown or it is disabled.',
      unlike: 'The client is valid.',
    },
    {
      about: 'upstream',
      text: 'The user-info endpoint returned error: 400',
      unlike: 'The endpoint returned tokens',
    },
  ],
});
