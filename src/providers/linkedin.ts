import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow',
  when: '2026-11',
} as const;
const LIBRARY = {
  where:
    'https://pub.dev/documentation/linkedin_login/latest/linkedin_login/LinkedInTokenObject-class.html',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'LinkedIn',
  hosts: { names: ['www.linkedin.com'], seen: [DOCS] },
  deviations: [
    { kind: 'no-pkce', seen: [DOCS] },
    { kind: 'no-token-type', seen: [LIBRARY] },
  ],
});
