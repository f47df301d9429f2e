import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where: 'https://github.com/authelia/authelia/blob/master/internal/oidc/errors.go',
  when: '2026-11',
} as const;
const DOCS = {
  where: 'https://www.authelia.com/configuration/identity-providers/openid-connect/clients/',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Authelia',
  marks: [
    {
      in: 'url',
      pattern:
        /\/api\/oidc\/(?:authorization|token|userinfo|introspection|revocation|pushed-authorization-request)\b/,
      seen: [DOCS],
    },
    { in: 'cookie', name: 'authelia_session', seen: [DOCS] },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      pattern:
        /'redirect_uri' parameter does not match any of the OAuth 2\.0 Client.?s pre-?registered 'redirect_uris'/i,
      means: 'redirect_uri is not among redirect_uris of the client',
      fix: 'Add exactly this URI to redirect_uris of the client under identity_providers.oidc.clients, and restart.',
      seen: [SOURCE],
    },
    {
      about: 'client-unknown',
      pattern:
        /client with id '[^']*' (?:does not appear to be a registered client|could not be found)|client could not be found/i,
      means: 'no client has this client_id',
      fix: 'Compare client_id with identity_providers.oidc.clients, and restart after a change.',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      pattern: /supports client authentication method '([^']+)', but method '[^']+' was requested/i,
      means: 'the client is registered for {1}',
      fix: 'Authenticate with {1}, or change token_endpoint_auth_method of the client.',
      seen: [SOURCE],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'identity_providers.oidc.clients[].redirect_uris',
      seen: [DOCS],
    },
    {
      setting: 'client-secret',
      name: 'identity_providers.oidc.clients[].client_secret (its hash)',
      seen: [DOCS],
    },
    {
      setting: 'client-authentication',
      name: 'identity_providers.oidc.clients[].token_endpoint_auth_method',
      seen: [DOCS],
    },
    { setting: 'scopes', name: 'identity_providers.oidc.clients[].scopes', seen: [DOCS] },
    { setting: 'origins', name: 'identity_providers.oidc.cors', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Ask for the scope offline_access, and add it to scopes and refresh_token to grant_types of the client',
      seen: [DOCS],
    },
  ],
  logs: {
    place: 'the log of the server (log.level: debug)',
    details: 'identity_providers.oidc.enable_client_debug_messages',
    seen: [DOCS],
  },
});
