import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('openiddict', {
  url: 'https://id.example.com/connect/authorize?error_uri=https%3A%2F%2Fdocumentation.openiddict.com%2Ferrors%2FID2043',
  errors: [
    {
      about: 'redirect-mismatch',
      text: "The specified 'redirect_uri' is not valid for this client application.",
      unlike: "The specified 'redirect_uri' was used.",
      means: 'redirect_uri is not registered for the client application',
    },
    {
      about: 'client-unknown',
      text: "The specified 'client_id' is invalid.",
      unlike: "The specified 'prompt' is invalid.",
    },
    {
      about: 'client-authentication',
      text: 'The specified client credentials are invalid.',
      unlike: 'The specified user is invalid.',
    },
    {
      about: 'client-authentication',
      text: "The 'client_secret' parameter required for this client application is missing.",
      unlike: "The 'nonce' parameter is missing.",
    },
    {
      about: 'client-authentication',
      text: "The 'client_secret' parameter is not valid for this client application.",
      unlike: "The 'client_secret' parameter is valid.",
    },
    {
      about: 'client-authentication',
      text: 'Multiple client credentials cannot be specified.',
      unlike: 'Multiple tabs cannot be used.',
    },
    {
      about: 'pkce',
      text: "The mandatory 'code_challenge' parameter is missing.",
      unlike: "The 'code_challenge' parameter is present.",
    },
    {
      about: 'pkce',
      text: "The specified 'code_verifier' parameter is invalid.",
      unlike: "The specified 'code' parameter is valid.",
    },
    {
      about: 'pkce',
      text: "The 'code_verifier' parameter cannot be used when no 'code_challenge' was specified in the authorization request.",
      unlike: "The 'code_verifier' parameter is used.",
    },
    {
      about: 'request',
      text: "The mandatory 'grant_type' parameter is missing.",
      unlike: "The 'grant_type' parameter is there.",
      means: 'grant_type is missing',
    },
    {
      about: 'grant',
      text: 'The specified refresh token has already been redeemed.',
      unlike: 'The specified coupon has already been redeemed.',
      means: 'the refresh token was used before',
    },
    {
      about: 'redirect-mismatch',
      text: "The specified 'redirect_uri' parameter doesn't match the client redirection URI the authorization code was initially sent to.",
      unlike: "The specified 'redirect_uri' parameter matches.",
    },
    {
      about: 'request',
      text: 'This server only accepts HTTPS requests.',
      unlike: 'This server only accepts cash.',
    },
    {
      about: 'scope',
      text: 'This client application is not allowed to use the specified scope.',
      unlike: 'This client application may use the scope.',
    },
    {
      about: 'grant-type',
      text: 'This client application is not allowed to use the specified grant type.',
      unlike: 'This client application is allowed.',
    },
    {
      about: 'callback',
      text: 'No correlation cookie associated with the specified state can be found.',
      unlike: 'No cookie can be found.',
    },
  ],
});
