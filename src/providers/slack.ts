import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://docs.slack.dev/reference/methods/oauth.v2.access',
  when: '2026-11',
} as const;
const TRAFFIC = { where: 'test/traffic/providers.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'Slack',
  hosts: { names: ['slack.com', '*.slack.com'], seen: [DOCS, TRAFFIC] },
  requests: [
    {
      path: /^\/(?:oauth(?:\/v2)?|openid\/connect)\/authorize$/,
      defaults: { response_type: 'code' },
      without: ['response_type', 'redirect_uri'],
      known: ['client_id'],
      seen: [TRAFFIC],
    },
  ],
  responses: [
    {
      // A token of the user alone is inside `authed_user`.
      of: 'token-response',
      beside: 'ok',
      accessTokenIn: 'authed_user',
      without: ['token_type'],
      seen: [DOCS],
    },
  ],
  deviations: [
    { kind: 'no-pkce', seen: [TRAFFIC] },
    { kind: 'comma-scopes', seen: [DOCS] },
  ],
});
