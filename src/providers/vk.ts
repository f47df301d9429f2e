import { defineProvider } from './registry/provider.ts';

const CLIENT = {
  where: 'https://github.com/KonstantinTogoi/aiovkcom/blob/master/docs/source/authorization.rst',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'VK',
  hosts: { names: ['oauth.vk.com'], seen: [CLIENT] },
  deviations: [{ kind: 'no-token-type', seen: [CLIENT] }],
});
