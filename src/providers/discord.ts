import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://docs.discord.com/developers/topics/oauth2',
  when: '2026-11',
} as const;
const TRAFFIC = { where: 'test/traffic/providers.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'Discord',
  hosts: {
    names: ['discord.com', 'ptb.discord.com', 'canary.discord.com'],
    seen: [DOCS, TRAFFIC],
  },
  requests: [
    {
      path: /^\/(?:api\/)?oauth2\/authorize$/,
      defaults: { response_type: 'code' },
      // A bot is invited without a response (scope=bot).
      without: ['response_type', 'redirect_uri'],
      known: ['client_id', 'scope'],
      seen: [DOCS, TRAFFIC],
    },
  ],
  deviations: [{ kind: 'no-openid', seen: [DOCS] }],
});
