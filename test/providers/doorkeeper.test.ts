import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('doorkeeper', {
  url: 'https://id.example.com/oauth/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: "The requested redirect uri is malformed or doesn't match client redirect URI.",
      unlike: 'The requested page is malformed.',
    },
    {
      about: 'client-authentication',
      text: 'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
      unlike: 'Client authentication failed.',
    },
  ],
});
