import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://developers.hubspot.com/docs/apps/legacy-apps/authentication/working-with-oauth',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'HubSpot',
  hosts: { names: ['app.hubspot.com', 'app-eu1.hubspot.com'], seen: [DOCS] },
  requests: [
    {
      path: /^\/oauth\/authorize$/,
      defaults: { response_type: 'code' },
      without: ['response_type'],
      known: ['client_id', 'redirect_uri'],
      seen: [DOCS],
    },
  ],
});
