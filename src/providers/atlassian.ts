import { defineProvider } from './registry/provider.ts';

const TRAFFIC = { where: 'test/traffic/providers.test.ts', when: '2026-11' } as const;
const DOCS = {
  where: 'https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Atlassian',
  hosts: { names: ['auth.atlassian.com'], seen: [TRAFFIC] },
  deviations: [{ kind: 'no-openid', seen: [TRAFFIC] }],
  errors: [
    {
      about: 'grant',
      pattern: /refresh_token is invalid/i,
      means: 'the refresh token was rotated, or has expired after 90 days without use',
      fix: 'Save the refresh token of every answer; send the user to the login again.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'redirect-mismatch',
      pattern: /redirect_uri is not registered for client/i,
      means: 'redirect_uri is not the callback URL of the app',
      fix: 'Set exactly this URL under Authorization > OAuth 2.0 (3LO) > Callback URL.',
      seen: [DOCS],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'Authorization > OAuth 2.0 (3LO) > Callback URL',
      seen: [DOCS],
    },
    { setting: 'scopes', name: 'Permissions of the app', seen: [DOCS] },
    { setting: 'client-secret', name: 'Settings > Authentication details', seen: [DOCS] },
    { setting: 'refresh-token', name: 'Ask for the scope offline_access', seen: [DOCS] },
  ],
});
