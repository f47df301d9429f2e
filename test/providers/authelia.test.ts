import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('authelia', {
  url: 'https://auth.example.com/api/oidc/authorization',
  errors: [
    {
      about: 'redirect-mismatch',
      text: "The 'redirect_uri' parameter does not match any of the OAuth 2.0 Client's pre-registered 'redirect_uris'.",
      unlike: "The 'redirect_uri' parameter is missing.",
    },
    {
      about: 'client-unknown',
      text: "Client authentication failed. Client with id 'app' does not appear to be a registered client.",
      unlike: "Client with id 'app' is registered.",
    },
    {
      about: 'client-authentication',
      text: "The OAuth 2.0 Client supports client authentication method 'client_secret_basic', but method 'client_secret_post' was requested.",
      unlike: 'This server supports client authentication.',
      means: 'the client is registered for client_secret_basic',
    },
  ],
});
