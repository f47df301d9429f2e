import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where:
    'https://github.com/spring-projects/spring-authorization-server/blob/main/oauth2-authorization-server/src/main/java/org/springframework/security/oauth2/server/authorization/authentication/OAuth2AuthorizationCodeRequestAuthenticationValidator.java',
  when: '2026-11',
} as const;
const DOCS = {
  where: 'https://docs.spring.io/spring-authorization-server/reference/core-model-components.html',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Spring Authorization Server',
  marks: [
    {
      in: 'markup',
      pattern: /"error_uri" ?: ?"https:\/\/datatracker\.ietf\.org\/doc\/html\/rfc\d{4}#section-/,
      seen: [SOURCE],
    },
    { in: 'url', pattern: /\/oauth2\/authorize\?.*&continue(?:&|$)/, seen: [DOCS] },
  ],
  errors: [
    {
      about: 'client-authentication',
      anywhere: true,
      pattern:
        /Client authentication failed: (client_id|client_secret|authentication_method|client_assertion\w*|client_secret_expires_at|code_verifier)\b/,
      means: '{1} is not what the registered client has',
      fix: 'Compare {1} with the registered client (RegisteredClient): its id, secret, authentication methods and expiry.',
      seen: [SOURCE],
    },
    {
      about: 'pkce',
      anywhere: true,
      pattern: /OAuth 2\.0 Parameter: (code_challenge\w*|code_verifier)/,
      means: '{1} is missing or does not match',
      fix: 'Send code_challenge with S256, and keep the code_verifier of each login until its code is redeemed.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'scope',
      anywhere: true,
      pattern: /OAuth 2\.0 Parameter: scope/,
      means: 'a scope is not among those of the registered client',
      fix: 'Add the scope to the registered client, or do not ask for it.',
      owner: 'registration',
      seen: [SOURCE],
    },
    {
      about: 'request',
      anywhere: true,
      pattern:
        /OAuth 2\.0 (?:Token Exchange )?[Pp]arameter: (?!redirect_uri|client_id|code_challenge|code_verifier|scope)(\w+)/,
      means: '{1} is missing, repeated or wrong',
      fix: 'Correct {1} of the request.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'logout-parameters',
      anywhere: true,
      pattern: /OpenID Connect 1\.0 Logout Request Parameter: (\w+)/,
      means: '{1} of the logout request is wrong',
      fix: 'Correct {1}; post_logout_redirect_uri has to be registered for the client.',
      seen: [SOURCE],
    },
    {
      about: 'request',
      anywhere: true,
      pattern: /OpenID Connect 1\.0 Client Registration Error: (\w+)/,
      means: 'the server does not accept {1} of the registration',
      fix: 'Correct {1} of the client metadata.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'redirect-mismatch',
      in: 'text',
      anywhere: true,
      pattern: /OAuth 2\.0 Parameter: redirect_uri/,
      means: 'redirect_uri is not registered for this client',
      fix: 'Add exactly this URI to the redirect URIs of the registered client.',
      seen: [SOURCE],
    },
    {
      about: 'client-unknown',
      in: 'text',
      anywhere: true,
      pattern: /OAuth 2\.0 Parameter: client_id/,
      means: 'no client is registered with this client_id',
      fix: 'Compare client_id with the registered clients.',
      seen: [SOURCE],
    },
    {
      about: 'server-error',
      in: 'text',
      anywhere: true,
      pattern: /\(type=None, status=999\)/,
      means:
        'the request had been refused, but the error page wanted a login first and lost the reason',
      fix: 'Permit /error without a login to see the reason; compare client_id, redirect_uri and response_type with the registered client.',
      seen: [{ where: 'test/traffic/server-error-pages.test.ts', when: '2026-11' }],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'redirectUri of the RegisteredClient', seen: [DOCS] },
    { setting: 'logout-uris', name: 'postLogoutRedirectUri of the RegisteredClient', seen: [DOCS] },
    {
      setting: 'client-authentication',
      name: 'clientAuthenticationMethod of the RegisteredClient',
      seen: [DOCS],
    },
    {
      setting: 'grant-types',
      name: 'authorizationGrantType of the RegisteredClient',
      seen: [DOCS],
    },
    { setting: 'scopes', name: 'scope of the RegisteredClient', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Add the authorization grant type refresh_token to the RegisteredClient; public clients get none',
      seen: [DOCS],
    },
  ],
  logs: {
    place: 'the log of the server, with logging.level.org.springframework.security=TRACE',
    seen: [DOCS],
  },
});
