import { defineProvider } from './registry/provider.ts';

const TRAFFIC = { where: 'test/traffic/providers.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'Spotify',
  hosts: { names: ['accounts.spotify.com'], seen: [TRAFFIC] },
  deviations: [{ kind: 'no-openid', seen: [TRAFFIC] }],
});
