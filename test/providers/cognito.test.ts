import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('cognito', {
  url: 'https://tenant.auth.eu-west-1.amazoncognito.com/error',
  errors: [
    {
      about: 'redirect-mismatch',
      url: 'https://tenant.auth.eu-west-1.amazoncognito.com/error?client_id=1&error=redirect_mismatch',
    },
    {
      about: 'session-cookie',
      url: 'https://tenant.auth.eu-west-1.amazoncognito.com/error?error=Invalid+state',
    },
    { about: 'redirect-mismatch', text: 'redirect_mismatch' },
    { about: 'policy', text: 'Login pages unavailable' },
    {
      about: 'logout-parameters',
      text: "Required String parameter 'redirect_uri' is not present",
    },
    { about: 'other', text: 'An error was encountered with the requested page.' },
  ],
});
