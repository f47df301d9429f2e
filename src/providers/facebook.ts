import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://developers.facebook.com/documentation/facebook-login/guides/advanced/manual-flow',
  when: '2026-11',
} as const;
const PKCE = {
  where: 'https://developers.facebook.com/documentation/facebook-login/guides/advanced/oidc-token',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Facebook',
  hosts: {
    names: ['www.facebook.com', 'm.facebook.com', 'web.facebook.com', 'business.facebook.com'],
    seen: [DOCS, { where: 'test/traffic/providers.test.ts', when: '2026-11' }],
  },
  requests: [
    {
      path: /^\/(?:v[\d.]+\/)?dialog\/oauth\/?$/,
      defaults: { response_type: 'code' },
      without: ['response_type'],
      responseTypes: ['signed_request', 'graph_domain', 'granted_scopes'],
      known: ['client_id', 'redirect_uri'],
      seen: [DOCS],
    },
  ],
  deviations: [
    // OpenID Connect and PKCE exist for manual flows, but are "still in testing".
    { kind: 'no-openid', seen: [PKCE] },
    { kind: 'no-pkce', seen: [PKCE] },
    { kind: 'comma-scopes', seen: [DOCS] },
  ],
  urlCopies: {
    pattern: /^https?:\/\/(?:[^/]*\.)?facebook\.[a-z.]+\/(?!.*oauth)/i,
    seen: [{ where: 'test/corpus/templates/web.ts', when: '2026-11' }],
  },
});
