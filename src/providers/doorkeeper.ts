import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where: 'https://github.com/doorkeeper-gem/doorkeeper/blob/main/config/locales/en.yml',
  when: '2026-11',
} as const;
const DOCS = { where: 'https://doorkeeper.gitbook.io/guides/', when: '2026-11' } as const;

export default defineProvider({
  name: 'Doorkeeper',
  marks: [{ in: 'markup', pattern: /\/assets\/doorkeeper\//, seen: [SOURCE] }],
  errors: [
    {
      about: 'redirect-mismatch',
      anywhere: true,
      pattern: /requested redirect ur[il] is malformed or doesn.t match client redirect ur[il]/i,
      means: 'redirect_uri is not among the redirect URIs of the application',
      fix: 'Add exactly this URI to Redirect URI of the application (one a line).',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      anywhere: true,
      pattern:
        /Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method/i,
      means: 'client_id or secret is wrong, or the application is confidential and no secret came',
      fix: 'Compare client_id and secret with the application, and untick Confidential for an application without a server.',
      seen: [SOURCE],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'Redirect URI of the application', seen: [DOCS] },
    { setting: 'scopes', name: 'Scopes of the application', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Set use_refresh_token in the initializer of the server',
      seen: [DOCS],
    },
  ],
});
