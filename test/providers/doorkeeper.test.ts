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
    {
      about: 'grant',
      text: 'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
      unlike: 'The provided authorization grant is invalid.',
    },
    {
      about: 'scope',
      text: 'The requested scope is invalid, unknown, or malformed.',
      unlike: 'The requested scope is granted.',
    },
    {
      about: 'pkce',
      text: 'invalid_request: Code challenge is required.',
      unlike: 'Code is required.',
    },
    {
      about: 'pkce',
      text: 'The code_challenge_method must be S256.',
      unlike: 'The code_challenge_method is S256.',
    },
    { about: 'token', text: 'The access token was revoked', unlike: 'The access token was issued' },
    {
      about: 'scope',
      text: 'Access to this resource requires scope "api".',
      unlike: 'Access to this resource requires a login.',
    },
    {
      about: 'client-authentication',
      text: 'The request utilizes more than one mechanism for authenticating the client.',
      unlike: 'The request utilizes HTTP.',
    },
  ],
});
