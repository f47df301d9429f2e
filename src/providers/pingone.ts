import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://docs.pingidentity.com/pingone/applications/p1_applications_add_applications.html',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'PingOne',
  hosts: {
    names: [
      'auth.pingone.com',
      'auth.pingone.eu',
      'auth.pingone.ca',
      'auth.pingone.asia',
      'auth.pingone.com.au',
      'auth.pingone.sg',
    ],
    seen: [DOCS],
  },
  console: [
    {
      setting: 'redirect-uris',
      name: 'Applications > Configuration > Redirect URIs',
      seen: [DOCS],
    },
    {
      setting: 'client-authentication',
      name: 'Applications > Configuration > Token Endpoint Authentication Method',
      seen: [DOCS],
    },
    { setting: 'grant-types', name: 'Applications > Configuration > Grant Type', seen: [DOCS] },
    { setting: 'scopes', name: 'Applications > Resources', seen: [DOCS] },
    { setting: 'origins', name: 'Applications > Configuration > CORS Settings', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Select Refresh Token under Grant Type of the application',
      seen: [DOCS],
    },
  ],
  logs: {
    place: 'Monitoring > Audit',
    seen: [DOCS],
  },
});
