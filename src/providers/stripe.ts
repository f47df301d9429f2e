import { defineProvider } from './registry/provider.ts';

const LIBRARY = {
  where: 'https://hexdocs.pm/stripity_stripe/Stripe.Connect.OAuth.html',
  when: '2026-11',
} as const;
const TRAFFIC = { where: 'test/traffic/providers.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'Stripe',
  hosts: { names: ['connect.stripe.com'], seen: [LIBRARY] },
  requests: [
    {
      path: /^\/(?:express\/)?oauth\/(?:v2\/)?authorize$/,
      defaults: { response_type: 'code' },
      without: ['response_type', 'redirect_uri'],
      known: ['client_id'],
      seen: [LIBRARY, TRAFFIC],
    },
  ],
  deviations: [
    { kind: 'no-openid', seen: [LIBRARY] },
    { kind: 'no-pkce', seen: [LIBRARY] },
  ],
});
