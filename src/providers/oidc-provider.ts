import { inText, type Provider } from './provider.ts';

const oidcProvider: Provider = {
  id: 'oidc-provider',
  name: 'oidc-provider',
  url: null,
  signatures: inText(
    [
      'redirect-mismatch',
      /redirect_uri`? did not match any of the client.?s registered `?redirect_uris/i,
      'redirect_uri is not among the registered redirect_uris of the client',
      'Add exactly this URI to redirect_uris of the client, or send one that is there.',
    ],
    [
      'client-unknown',
      /error_description: client is invalid|\bclient is invalid\b/i,
      'the server knows no client with this client_id',
      'Copy client_id from the registration again.',
    ],
    [
      'session-cookie',
      /SessionNotFound|interaction session (?:id cookie )?not found/i,
      'the cookie of the login interaction did not come back',
      'Start the login again, under one host name, with cookies allowed for the server.',
    ],
    [
      'other',
      /oops! something went wrong/i,
      'the server shows its error page',
      'Read error and error_description on the page.',
    ],
  ),
};

export default oidcProvider;
