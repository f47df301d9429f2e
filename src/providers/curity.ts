import { defineProvider } from './registry/provider.ts';

const CLIENTS = {
  where: 'https://curity.io/docs/idsvr/latest/token-service-admin-guide/clients.html',
  when: '2026-11',
} as const;
const TROUBLE = {
  where: 'https://curity.io/resources/learn/oauth-troubleshooting-developers/',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Curity Identity Server',
  marks: [
    {
      in: 'url',
      pattern: /\/oauth\/v2\/oauth-(?:authorize|token|introspect|revoke|userinfo|session)\b/,
      seen: [TROUBLE],
    },
  ],
  errors: [
    {
      about: 'client-authentication',
      anywhere: true,
      pattern: /Client or client authentication not configured on profile/i,
      means: 'the Token Service profile has no such client, or does not allow its authentication',
      fix: 'Compare client_id with Profiles > Token Service > Clients, and enable the client authentication method there and for the client.',
      seen: [TROUBLE, CLIENTS],
    },
    {
      about: 'scope',
      pattern: /No valid scope was requested/i,
      means: 'none of the scopes is assigned to the client',
      fix: 'Correct the names of the scopes, or assign them to the client under Profiles > Token Service > Clients > Scopes.',
      owner: 'registration',
      seen: [TROUBLE],
    },
    {
      about: 'client-unknown',
      pattern:
        /client is not valid\. It is unknown or it is disabled|client\b[^.\n]{0,30}\bis not trusted/i,
      means: 'the Token Service profile has no enabled client with this client_id',
      fix: 'Compare client_id with Profiles > Token Service > Clients, and enable the client.',
      seen: [TROUBLE],
    },
    {
      about: 'upstream',
      pattern:
        /user-?info endpoint returned error|external (?:service|provider)[^.\n]{0,40}\b(?:failed|error)/i,
      means: 'the identity provider behind an authenticator failed',
      fix: 'Compare the settings of that authenticator (client, secret, scopes) with the registration at the other provider.',
      owner: 'administrator',
      seen: [TROUBLE],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'Profiles > Token Service > Clients > Redirect URIs',
      seen: [CLIENTS],
    },
    {
      setting: 'client-authentication',
      name: 'Profiles > Token Service > Clients > Client Authentication',
      seen: [CLIENTS],
    },
    {
      setting: 'grant-types',
      name: 'Profiles > Token Service > Clients > Capabilities',
      seen: [CLIENTS],
    },
    { setting: 'scopes', name: 'Profiles > Token Service > Clients > Scopes', seen: [CLIENTS] },
    { setting: 'origins', name: 'Allowed Origins of the client', seen: [CLIENTS] },
    {
      setting: 'refresh-token',
      name: 'Give Refresh Token a time to live under Token Issuers of the client',
      seen: [CLIENTS],
    },
  ],
  logs: {
    place: 'the log of the server, at level DEBUG (LOGGING_LEVEL=DEBUG)',
    details: 'Expose Detailed Error Messages of the Token Service profile',
    seen: [TROUBLE],
  },
});
