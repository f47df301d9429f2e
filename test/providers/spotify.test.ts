import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('spotify', {
  url: 'https://accounts.spotify.com/authorize',
  errors: [
    {
      about: 'redirect-mismatch',
      text: 'INVALID_CLIENT: Insecure redirect URI',
      unlike: 'INVALID_CLIENT: Insecure',
    },
    {
      about: 'redirect-mismatch',
      text: 'INVALID_CLIENT: Invalid redirect URI',
      unlike: 'INVALID_CLIENT: redirect URI',
    },
    {
      about: 'client-unknown',
      text: 'INVALID_CLIENT: Invalid client',
      unlike: 'INVALID_CLIENT: Invalid client secret',
    },
    {
      about: 'client-authentication',
      text: 'invalid_client: Invalid client secret',
      unlike: 'invalid_client: Invalid user',
      at: 'token-request',
    },
    {
      about: 'pkce',
      text: 'invalid_grant: code_verifier was incorrect',
      unlike: 'invalid_grant: code_verifier',
    },
    {
      about: 'grant',
      text: 'invalid_grant: Invalid authorization code',
      unlike: 'invalid_grant: Invalid token',
    },
  ],
});
