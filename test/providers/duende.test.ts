import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('duende', {
  url: 'https://id.example.com/connect/authorize/callback',
  errors: [
    {
      about: 'client-unknown',
      text: 'invalid_request: Invalid client_id',
      unlike: 'Invalid client_id of the operator',
    },
    {
      about: 'grant-type',
      text: 'unauthorized_client: Invalid protocol',
      unlike: 'Invalid protocol version',
    },
    { about: 'redirect-mismatch', text: 'Invalid redirect_uri', unlike: 'Invalid redirect' },
    {
      about: 'client-unknown',
      text: 'Unknown client or client not enabled',
      unlike: 'Unknown device',
    },
    {
      about: 'grant-type',
      text: 'unauthorized_client: Invalid grant type for client',
      unlike: 'Invalid grant',
    },
    {
      about: 'grant-type',
      text: 'Client not configured to receive access tokens via browser',
      unlike: 'Client not configured',
    },
    {
      about: 'scope',
      text: 'Identity scopes requested, but openid scope is missing',
      unlike: 'The openid scope is granted',
    },
    {
      about: 'scope',
      text: 'invalid_scope: Invalid scope',
      unlike: 'invalid_scope: Invalid scope set by the operator',
    },
    { about: 'request', text: 'Invalid nonce', unlike: 'Invalid number' },
    { about: 'request', text: 'Unsupported prompt mode', unlike: 'Unsupported mode' },
    {
      about: 'request',
      text: 'Invalid response_mode for response_type',
      unlike: 'Invalid response',
    },
    { about: 'request', text: 'Response type not supported', unlike: 'Response not supported' },
    { about: 'request', text: 'Invalid JWT request', unlike: 'Invalid JWT' },
    { about: 'target', text: 'Invalid resource indicator format', unlike: 'Invalid resource' },
    {
      about: 'request',
      text: 'Client requires DPoP and a DPoP header value was not provided',
      unlike: 'The client sends DPoP',
    },
    {
      about: 'request',
      text: 'The DPoP proof token used on the token endpoint does not match the original used on the authorize endpoint.',
      unlike: 'The DPoP proof token is fine',
    },
    { about: 'pkce', text: 'code challenge required', unlike: 'challenge accepted' },
    {
      about: 'other',
      text: 'Sorry, there was an error : server_error',
      unlike: 'Sorry, we are closed',
    },
  ],
});
