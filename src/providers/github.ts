import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'GitHub',
  hosts: { names: ['github.com'], seen: [DOCS] },
  requests: [
    {
      // GitHub Enterprise Server has the same path at the customer's host.
      path: /^\/login\/oauth\/authorize$/,
      anywhere: true,
      defaults: { response_type: 'code' },
      without: ['response_type', 'redirect_uri'],
      known: ['client_id'],
      seen: [DOCS],
    },
  ],
  deviations: [{ kind: 'no-openid', seen: [DOCS] }],
});
