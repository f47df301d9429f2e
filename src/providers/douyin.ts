import { defineProvider } from './registry/provider.ts';

const THREAD = {
  where: 'https://developer.open-douyin.com/forum/share/post/6a621af3922461c1e1dbc999',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Douyin',
  hosts: { names: ['open.douyin.com'], seen: [THREAD] },
  requests: [
    {
      path: /^\/platform\/oauth\/connect\/?$/,
      names: { client_id: 'client_key' },
      known: ['client_key', 'redirect_uri'],
      seen: [THREAD],
    },
  ],
});
