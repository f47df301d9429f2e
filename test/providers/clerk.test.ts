import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('clerk', {
  url: 'https://app.clerk.accounts.dev/v1/oauth_callback',
  errors: [
    {
      about: 'user',
      text: 'code external_account_not_found',
      unlike: 'code external_account_exists',
    },
  ],
});
