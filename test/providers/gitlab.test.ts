import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('gitlab', {
  url: 'https://gitlab.com/oauth/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'An error has occurred. The redirect URI included is not valid.',
      unlike: 'An error has occurred.',
    },
  ],
});
