import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://clerk.com/docs/pr/2236/errors/authentication',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Clerk',
  hosts: { names: ['*.clerk.accounts.dev'], seen: [DOCS] },
  errors: [
    {
      about: 'user',
      pattern: /\bexternal_account_not_found\b/,
      means: 'no user of the application has this account of the other provider',
      fix: 'Sign up first, or transfer the sign-in to a sign-up in the code of the page.',
      owner: 'client',
      seen: [DOCS],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'OAuth applications > Redirect URIs', seen: [DOCS] },
    { setting: 'client-secret', name: 'OAuth applications > Client secret', seen: [DOCS] },
  ],
});
