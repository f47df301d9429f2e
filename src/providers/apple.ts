import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where:
    'https://developer.apple.com/documentation/signinwithapplerestapi/request-an-authorization-to-the-sign-in-with-apple-server.',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Apple',
  hosts: { names: ['appleid.apple.com'], seen: [DOCS] },
  deviations: [
    // It issues ID tokens, but its scopes are name and email only.
    { kind: 'no-openid', seen: [DOCS] },
    { kind: 'no-pkce', seen: [DOCS] },
  ],
});
