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
  errors: [
    {
      about: 'redirect-mismatch',
      pattern: /redirect_uri is not whitelisted/i,
      means: 'redirect_uri is not among the redirect URLs of the app',
      fix: 'Add exactly this URL to Redirect URLs of the app (auth.redirect_urls in shopify.app.toml), and release a version.',
      seen: [DOCS],
    },
    {
      about: 'redirect-mismatch',
      pattern: /redirect_uri and application url must have matching hosts/i,
      means: 'redirect_uri and the app URL have different hosts',
      fix: 'Give App URL and redirect URL the same host; a tunnel has a new one after each start.',
      seen: [DOCS],
    },
    {
      about: 'client-unknown',
      pattern: /application_cannot_be_found/i,
      means: 'no app has this client ID, or the app may not be installed in this shop',
      fix: 'Compare client_id with Client ID of the app, and its distribution with the shop.',
      seen: [DOCS],
    },
    {
      about: 'grant',
      pattern: /authorization code was not found or was already used/i,
      means: 'the code was used before',
      fix: 'Redeem each code once: guard the callback against a second load.',
      owner: 'client',
      seen: [DOCS],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'Redirect URLs of the app version', seen: [DOCS] },
    { setting: 'client-secret', name: 'Settings > Credentials of the app', seen: [DOCS] },
    { setting: 'scopes', name: 'Access scopes of the app version', seen: [DOCS] },
  ],
});
