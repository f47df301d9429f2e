import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('snowflake', {
  url: 'https://account.snowflakecomputing.com/oauth/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'Error occurred in authorization: There is a mismatch in the given redirect uri with the one in the registered OAuth client integration.',
      unlike: 'There is a mismatch in the given role.',
    },
    {
      about: 'grant',
      text: 'invalid_grant: This is an invalid grant.',
      unlike: 'the grant is invalid_grant',
      at: 'refresh_token',
    },
    {
      about: 'client-authentication',
      text: 'invalid_client: This is an invalid client.',
      unlike: 'is an invalid_client',
      at: 'token-request',
    },
  ],
});
