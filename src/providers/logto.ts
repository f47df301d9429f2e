import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where:
    'https://github.com/logto-io/logto/blob/master/packages/phrases/src/locales/en/errors/oidc.ts',
  when: '2026-11',
} as const;
const DOCS = {
  where: 'https://docs.logto.io/integrate-logto/application-data-structure',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Logto',
  hosts: { names: ['*.logto.app'], seen: [DOCS] },
  marks: [{ in: 'cookie', name: '_logto', seen: [SOURCE] }],
  errors: [
    {
      about: 'session-cookie',
      pattern: /\bsession\.not_found\b/,
      means: 'the sign-in session of the server is gone',
      fix: 'Go back to the application and sign in again; do not bookmark or reload the sign-in page.',
      seen: [SOURCE],
    },
    {
      about: 'redirect-mismatch',
      pattern: /\boidc\.invalid_redirect_uri\b/,
      means: 'redirect_uri is not among the redirect URIs of the application',
      fix: 'Add exactly this URI under Applications > Settings > Redirect URIs.',
      seen: [SOURCE],
    },
    {
      about: 'target',
      pattern: /\boidc\.invalid_target\b/,
      means: 'resource names no API resource of the tenant',
      fix: 'Create the API resource under API resources, and send its identifier, character by character.',
      seen: [SOURCE],
    },
    {
      about: 'grant',
      pattern: /\boidc\.invalid_grant\b/,
      means: 'the code or refresh token has expired or was used before',
      fix: 'Redeem each code once; send the user to the login when a refresh token is refused.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'scope',
      pattern: /\boidc\.insufficient_scope\b/,
      means: 'the token lacks a permission',
      fix: 'Give the role of the user (or of the machine-to-machine application) the permission of the API resource.',
      owner: 'administrator',
      seen: [SOURCE],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'Applications > Settings > Redirect URIs', seen: [DOCS] },
    {
      setting: 'logout-uris',
      name: 'Applications > Settings > Post sign-out redirect URIs',
      seen: [DOCS],
    },
    { setting: 'origins', name: 'Applications > Settings > CORS allowed origins', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Ask for the scope offline_access with prompt=consent',
      seen: [DOCS],
    },
  ],
  logs: {
    place: 'Audit logs in the console',
    seen: [DOCS],
  },
});
