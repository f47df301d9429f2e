import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where:
    'https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/business-login',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Instagram',
  hosts: { names: ['www.instagram.com', 'api.instagram.com'], seen: [DOCS] },
  deviations: [
    { kind: 'no-token-type', seen: [DOCS] },
    { kind: 'comma-scopes', seen: [DOCS] },
  ],
});
