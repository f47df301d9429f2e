import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where:
    'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant',
  when: '2026-11',
} as const;
const TRAFFIC = { where: 'test/traffic/providers.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'Shopify',
  hosts: { names: ['*.myshopify.com', 'admin.shopify.com'], seen: [DOCS, TRAFFIC] },
  requests: [
    {
      path: /^\/admin\/oauth\/authorize$/,
      defaults: { response_type: 'code' },
      without: ['response_type'],
      known: ['client_id', 'redirect_uri'],
      seen: [DOCS],
    },
    {
      path: /^\/store\/[^/]+\/oauth\/(?:authorize|install)$/,
      defaults: { response_type: 'code' },
      without: ['response_type', 'redirect_uri'],
      known: ['client_id'],
      seen: [TRAFFIC],
    },
  ],
  deviations: [
    { kind: 'no-openid', seen: [DOCS] },
    { kind: 'no-pkce', seen: [DOCS] },
    { kind: 'no-token-type', seen: [DOCS] },
    { kind: 'comma-scopes', seen: [DOCS] },
  ],
});
