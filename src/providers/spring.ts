import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where:
    'https://github.com/spring-projects/spring-authorization-server/blob/main/oauth2-authorization-server/src/main/java/org/springframework/security/oauth2/server/authorization/authentication/OAuth2AuthorizationCodeRequestAuthenticationValidator.java',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Spring Authorization Server',
  errors: [
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
});
