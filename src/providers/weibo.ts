import { defineProvider } from './registry/provider.ts';

const DOCS = { where: 'https://open.weibo.com/wiki/Oauth2/authorize', when: '2026-11' } as const;

export default defineProvider({
  name: 'Weibo',
  hosts: { names: ['api.weibo.com'], seen: [DOCS] },
  requests: [
    {
      path: /^\/oauth2\/authorize$/,
      defaults: { response_type: 'code' },
      without: ['response_type'],
      known: ['client_id', 'redirect_uri'],
      seen: [DOCS],
    },
  ],
});
