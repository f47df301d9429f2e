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
  errors: [
    {
      about: 'redirect-mismatch',
      pattern: /Invalid OAuth2 redirect_uri|Invalid "redirect_uri"/i,
      means: 'redirect_uri is not among the redirects of the application',
      fix: 'Add exactly this URI under OAuth2 > Redirects, and save.',
      seen: [DOCS],
    },
    {
      about: 'grant',
      pattern: /Invalid "code" in request/i,
      means: 'the code has expired, was used before, or is redeemed with another redirect_uri',
      fix: 'Send the redirect_uri of the login with the code, and redeem each code once.',
      owner: 'client',
      seen: [DOCS],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'OAuth2 > Redirects', seen: [DOCS] },
    { setting: 'client-secret', name: 'OAuth2 > Client Secret', seen: [DOCS] },
  ],
});
