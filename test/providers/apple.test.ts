import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('apple', {
  url: 'https://appleid.apple.com/auth/token',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'invalid_request\nInvalid client id or web redirect url.',
      unlike: 'Your request could not be completed because of an error.',
    },
    { about: 'step', text: 'user_cancelled_authorize' },
    { about: 'grant', text: 'invalid_grant: The code has already been used.' },
    {
      about: 'grant',
      text: 'invalid_grant: client_id mismatch. The code was not issued to com.example.www',
      unlike: 'invalid_grant: The code has expired or has been revoked.',
    },
    {
      about: 'client-authentication',
      at: 'token-request',
      text: 'invalid_client',
      unlike: 'invalid_grant',
    },
  ],
});
