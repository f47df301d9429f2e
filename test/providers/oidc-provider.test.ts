import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('oidc-provider', {
  url: 'https://op.example.com/auth',
  errors: [
    {
      about: 'redirect-mismatch',
      text: "redirect_uri did not match any of the client's registered redirect_uris",
    },
    { about: 'client-unknown', text: 'client is invalid' },
    { about: 'session-cookie', text: 'interaction session not found' },
    { about: 'other', text: 'oops! something went wrong' },
  ],
});
