import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('gitlab', {
  url: 'https://gitlab.com/oauth/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'An error has occurred. The redirect URI included is not valid.',
      unlike: 'An error has occurred.',
    },
    {
      about: 'grant',
      text: 'invalid_grant: The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
      unlike: 'The provided authorization grant is invalid.',
    },
    {
      about: 'scope',
      text: 'invalid_scope: The requested scope is invalid, unknown, or malformed.',
      unlike: 'The requested scope is granted.',
    },
    {
      about: 'token',
      text: 'invalid_token: Token was revoked. You have to re-authorize from the user.',
      unlike: 'Token was issued',
    },
    {
      about: 'scope',
      text: 'insufficient_scope: The request requires higher privileges than provided by the access token.',
      unlike: 'the scope is insufficient_scope',
    },
  ],
});
