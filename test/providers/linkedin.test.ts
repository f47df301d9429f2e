import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('linkedin', {
  url: 'https://www.linkedin.com/oauth/v2/authorization',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'The redirect_uri does not match the registered value',
      unlike: 'The redirect_uri matches',
    },
    {
      about: 'grant',
      text: 'invalid_request: Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired.',
      unlike: 'Unable to retrieve access token',
    },
    {
      about: 'scope',
      text: 'unauthorized_scope_error: Scope "r_emailaddress" is not authorized for your application',
      unlike: 'scope_error',
    },
    {
      about: 'consent',
      text: 'user_cancelled_login: The member declined to log in',
      unlike: 'user_login',
    },
    { about: 'other', text: 'Bummer, something went wrong.', unlike: 'Something went well.' },
  ],
});
