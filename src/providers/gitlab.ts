import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://docs.gitlab.com/integration/oauth_provider/',
  when: '2026-11',
} as const;
const API = { where: 'https://docs.gitlab.com/api/oauth2/', when: '2026-11' } as const;

export default defineProvider({
  name: 'GitLab',
  hosts: { names: ['gitlab.com'], seen: [DOCS] },
  marks: [{ in: 'cookie', name: '_gitlab_session', seen: [DOCS] }],
  errors: [
    {
      about: 'redirect-mismatch',
      pattern: /redirect URI included is not valid/i,
      means: 'redirect_uri is not among the redirect URIs of the application',
      fix: 'Add exactly this URI to Redirect URI under Preferences > Applications (or of the group or instance).',
      seen: [DOCS],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'Preferences > Applications > Redirect URI', seen: [DOCS] },
    { setting: 'scopes', name: 'Scopes of the application', seen: [DOCS] },
    { setting: 'client-authentication', name: 'Confidential in the application', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Use the authorization code grant, which always brings a refresh token',
      seen: [API],
    },
  ],
  logs: {
    place: 'the production_json.log of the instance',
    seen: [DOCS],
  },
});
