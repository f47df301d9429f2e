import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('atlassian', {
  url: 'https://auth.atlassian.com/authorize',
  errors: [
    {
      about: 'grant',
      text: 'unauthorized_client: refresh_token is invalid',
      unlike: 'unauthorized_client: refresh_token',
    },
    {
      about: 'redirect-mismatch',
      text: 'redirect_uri is not registered for client: abc',
      unlike: 'redirect_uri is registered',
    },
  ],
});
