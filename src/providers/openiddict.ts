import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where:
    'https://github.com/openiddict/openiddict-core/blob/dev/src/OpenIddict.Abstractions/OpenIddictResources.resx',
  when: '2026-11',
} as const;
const DOCS = {
  where: 'https://documentation.openiddict.com/configuration/application-permissions',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'OpenIddict',
  marks: [
    { in: 'markup', pattern: /documentation\.openiddict\.com\/errors\//, seen: [SOURCE] },
    { in: 'url', pattern: /documentation\.openiddict\.com(?:%2F|\/)errors/i, seen: [SOURCE] },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      anywhere: true,
      pattern:
        /The specified '(redirect_uri|post_logout_redirect_uri)' is not valid for this client application/i,
      means: '{1} is not registered for the client application',
      fix: 'Add exactly this URI to RedirectUris (PostLogoutRedirectUris) of the application descriptor.',
      seen: [SOURCE],
    },
    {
      about: 'client-unknown',
      anywhere: true,
      pattern: /The specified 'client_id' is invalid/i,
      means: 'no application has this client_id',
      fix: 'Compare client_id with the applications that the server has stored (OpenIddictApplications).',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      anywhere: true,
      pattern: /The specified client credentials are invalid/i,
      means: 'the client secret is wrong',
      fix: 'Compare the client secret with the one that was set when the application was created; the server stores only its hash.',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      anywhere: true,
      pattern:
        /The 'client_(?:secret|assertion)' parameter required for this client application is missing/i,
      means: 'the application is confidential, and no credentials were sent',
      fix: 'Send the client secret, or make the application public (ClientTypes.Public).',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      anywhere: true,
      pattern:
        /The 'client_(?:secret|assertion)' parameter is not valid for this client application/i,
      means: 'the application is public and may not send a secret',
      fix: 'Send no client secret, or make the application confidential.',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      anywhere: true,
      pattern: /Multiple client credentials cannot be specified/i,
      means: 'the request authenticates in two ways',
      fix: 'Send the client secret in the Authorization header or in the body, not in both.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'pkce',
      anywhere: true,
      pattern:
        /The (?:mandatory )?'code_challenge' parameter (?:is missing|required for this client application is missing)/i,
      means: 'the application requires PKCE',
      fix: 'Send code_challenge and code_challenge_method=S256 with the authorization request.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'pkce',
      anywhere: true,
      pattern: /The specified 'code_verifier' (?:parameter )?is invalid/i,
      means: 'code_verifier is not the one of this login',
      fix: 'Keep the code_verifier of each login until its code is redeemed.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'pkce',
      anywhere: true,
      pattern:
        /'code_verifier' parameter cannot be used when no '[^']+' was specified in the authorization request/i,
      means: 'the authorization request had no code_challenge',
      fix: 'Send code_challenge with the authorization request.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'request',
      anywhere: true,
      pattern: /The mandatory '([^']+)' parameter is missing/i,
      means: '{1} is missing',
      fix: 'Send {1}.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'grant',
      anywhere: true,
      pattern: /The specified (authorization code|refresh token) has already been redeemed/i,
      means: 'the {1} was used before',
      fix: 'Redeem each {1} once, in one place, and save what comes back.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'redirect-mismatch',
      anywhere: true,
      pattern:
        /'redirect_uri' parameter doesn.t match the client redirection URI the authorization code was initially sent to/i,
      means: 'redirect_uri is another one than in the authorization request',
      fix: 'Send the same redirect_uri with the code as with the authorization request.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'request',
      anywhere: true,
      pattern: /This server only accepts HTTPS requests/i,
      means: 'the server sees http, often because a proxy ends TLS before it',
      fix: 'Forward X-Forwarded-Proto to the server and use the forwarded headers middleware; for development DisableTransportSecurityRequirement().',
      owner: 'administrator',
      seen: [SOURCE],
    },
    {
      about: 'scope',
      anywhere: true,
      pattern: /not allowed to use the specified scope/i,
      means: 'the application lacks the permission for a scope',
      fix: 'Add the scope to Permissions of the application (Permissions.Prefixes.Scope).',
      owner: 'registration',
      seen: [SOURCE],
    },
    {
      about: 'grant-type',
      anywhere: true,
      pattern: /not allowed to use the specified (?:grant|response) type/i,
      means: 'the application lacks the permission for this grant or response type',
      fix: 'Add Permissions.GrantTypes or Permissions.ResponseTypes to the application.',
      owner: 'registration',
      seen: [SOURCE],
    },
    {
      about: 'callback',
      anywhere: true,
      pattern: /No correlation cookie associated with the specified state can be found/i,
      means: 'the cookie that the client stack set at the start of the login did not come back',
      fix: 'Start and return under one host name over https, and keep SameSite=None; Secure for form_post.',
      owner: 'client',
      seen: [SOURCE],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'RedirectUris of the application descriptor', seen: [DOCS] },
    {
      setting: 'logout-uris',
      name: 'PostLogoutRedirectUris of the application descriptor',
      seen: [DOCS],
    },
    { setting: 'grant-types', name: 'Permissions of the application descriptor', seen: [DOCS] },
    {
      setting: 'scopes',
      name: 'Permissions.Prefixes.Scope of the application descriptor',
      seen: [DOCS],
    },
    {
      setting: 'refresh-token',
      name: 'Call AllowRefreshTokenFlow(), give the application Permissions.GrantTypes.RefreshToken, and ask for the scope offline_access',
      seen: [DOCS],
    },
  ],
  logs: {
    place: 'the log of the server, category OpenIddict, at level Debug',
    seen: [DOCS],
  },
});
