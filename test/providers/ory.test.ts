import { describeProvider } from '../helpers/provider-cases.ts';

describeProvider('ory', {
  url: 'https://project.projects.oryapis.com/oauth2/auth',
  errors: [
    {
      about: 'request',
      text: 'Unable to parse HTTP body, make sure to send a properly formatted form request body.',
      unlike: 'Unable to parse the date',
    },
    {
      about: 'redirect-mismatch',
      text: "The 'redirect_uri' parameter does not match any of the OAuth 2.0 Client's pre-registered redirect urls.",
      unlike: "The 'redirect_uri' parameter is missing.",
    },
    {
      about: 'client-unknown',
      text: 'The requested OAuth 2.0 Client does not exist.',
      unlike: 'The requested page does not exist.',
    },
    {
      about: 'client-authentication',
      text: "The OAuth 2.0 Client supports client authentication method 'client_secret_basic', but method 'client_secret_post' was requested.",
      unlike: 'This server supports client authentication by certificate.',
      means: 'the client is registered for client_secret_basic',
    },
    {
      about: 'pkce',
      text: 'Clients must include a code_challenge when performing the authorize code flow, but it is missing.',
      unlike: 'Clients must include a client_id.',
    },
    {
      about: 'pkce',
      text: 'Clients must use code_challenge_method=S256, plain is not allowed.',
      unlike: 'Clients must use https.',
    },
    {
      about: 'pkce',
      text: 'The PKCE code challenge did not match the code verifier.',
      unlike: 'The code challenge is in the request.',
    },
    {
      about: 'pkce',
      text: 'The PKCE code verifier must be at least 43 characters.',
      unlike: 'The password must be at least 43 characters.',
    },
    {
      about: 'pkce',
      text: 'The PKCE code verifier was provided but the code challenge was absent from the authorization request.',
      unlike: 'The code challenge was present.',
    },
    {
      about: 'request',
      text: "Request parameter 'state' must be at least be 8 characters long to ensure sufficient entropy.",
      unlike: "Request parameter 'prompt' is not supported.",
      means: 'state is shorter than 8 characters',
    },
    {
      about: 'request',
      text: "Parameter 'nonce' must be set when requesting an ID Token using the OpenID Connect Hybrid Flow.",
      unlike: "Parameter 'nonce' was ignored.",
    },
    {
      about: 'scope',
      text: "The OAuth 2.0 Client is not allowed to request scope 'offline'.",
      unlike: 'The user is not allowed to request this page.',
      means: 'offline is not in scope of the client',
    },
    {
      about: 'grant-type',
      text: "The OAuth 2.0 Client is not allowed to use authorization grant 'refresh_token'.",
      unlike: 'The client is not allowed to log in.',
      means: 'refresh_token is not in grant_types of the client',
    },
    {
      about: 'grant',
      text: 'The refresh token was already used.',
      unlike: 'The code was refreshed.',
    },
    {
      about: 'grant',
      text: 'Failed to refresh token because of multiple concurrent requests using the same token which is not allowed.',
      unlike: 'Failed to refresh the page.',
    },
    {
      about: 'target',
      text: "Requested audience 'https://api.example.com' has not been whitelisted by the OAuth 2.0 Client.",
      unlike: 'Requested audience is fine.',
      means: 'https://api.example.com is not in audience of the client',
    },
    {
      about: 'redirect-mismatch',
      text: "Redirect URL is using an insecure protocol, http is only allowed for hosts with suffix 'localhost'.",
      unlike: 'The page is using an insecure protocol.',
    },
    {
      about: 'request',
      text: 'Pushed Authorization Requests are enforced but no such request was sent.',
      unlike: 'Pushed Authorization Requests are supported.',
    },
    {
      about: 'session-cookie',
      text: 'No CSRF value available in the session cookie.',
      unlike: 'The session is available.',
    },
    {
      about: 'logout-parameters',
      text: 'Logout failed because query parameter post_logout_redirect_uri is not a whitelisted as a post_logout_redirect_uri for the client.',
      unlike: 'Logout failed.',
    },
    {
      about: 'logout-parameters',
      text: 'Logout failed because query parameter post_logout_redirect_uri is set but id_token_hint is missing.',
      unlike: 'The id_token_hint is set.',
    },
    {
      about: 'other',
      url: 'https://project.projects.oryapis.com/oauth2/fallbacks/error?error=server_error',
    },
  ],
});
