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
      in: 'text',
      anywhere: true,
      pattern: /Client or client authentication not configured on profile/i,
      means: 'the Token Service profile has no such client, or does not allow its authentication',
      fix: 'Compare client_id with Profiles > Token Service > Clients, and enable the client authentication method there and for the client.',
      seen: [TROUBLE, CLIENTS],
    },
  ],
});
