import { defineProvider } from './registry/provider.ts';

const LIBRARY = {
  where: 'https://hexdocs.pm/stripity_stripe/Stripe.Connect.OAuth.html',
  when: '2026-11',
} as const;
const TRAFFIC = { where: 'test/traffic/providers.test.ts', when: '2026-11' } as const;
const DOCS = { where: 'https://docs.stripe.com/connect/oauth-reference', when: '2026-11' } as const;

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
  errors: [
    {
      about: 'redirect-mismatch',
      pattern: /Invalid redirect URI/i,
      means: 'redirect_uri is not among the redirects of the platform',
      fix: 'Add exactly this URI under Connect > Onboarding options > OAuth > Redirects, for test and live mode.',
      seen: [DOCS],
    },
    {
      about: 'grant',
      pattern: /This authorization code has already been used/i,
      means: 'the code was used before, so its tokens are revoked',
      fix: 'Redeem each code once.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'grant',
      pattern: /Authorization code does not exist/i,
      means: 'the code is unknown here: of the other mode, or expired (5 minutes)',
      fix: 'Redeem it with the secret key of the mode (test or live) in which the login was made.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'grant',
      pattern: /Refresh token does not exist/i,
      means: 'the refresh token is unknown here: of the other mode, or revoked',
      fix: 'Use the secret key of the right mode, or let the user connect again.',
      owner: 'client',
      seen: [DOCS],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'Connect > Onboarding options > OAuth > Redirects',
      seen: [DOCS],
    },
    { setting: 'client', name: 'Connect > Onboarding options > OAuth > client ID', seen: [DOCS] },
  ],
});
