import { defineProvider } from './registry/provider.ts';

const DOCS = { where: 'https://developers.tiktok.com/doc/login-kit-web', when: '2026-11' } as const;

export default defineProvider({
  name: 'TikTok',
  hosts: { names: ['www.tiktok.com'], seen: [DOCS] },
  requests: [
    {
      path: /^\/(?:v2\/)?auth\/authorize\/?$/,
      names: { client_id: 'client_key' },
      known: ['client_key', 'redirect_uri'],
      seen: [DOCS],
    },
  ],
  deviations: [{ kind: 'comma-scopes', seen: [DOCS] }],
});
