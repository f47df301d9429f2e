import { defineProvider } from './registry/provider.ts';

const LIBRARY = {
  where: 'https://supabase.com/docs/reference/javascript/next/auth-signinwithoauth',
  when: '2026-11',
} as const;
const OPENAPI = {
  where:
    'https://raw.githubusercontent.com/api-evangelist/supabase/refs/heads/main/capabilities/auth-oauth.yaml',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Supabase',
  hosts: { names: ['*.supabase.co'], seen: [OPENAPI] },
  requests: [
    {
      // The client is the project, which the host names. Many projects have their own domain.
      path: /^\/auth\/v1\/authorize$/,
      anywhere: true,
      names: { redirect_uri: 'redirect_to' },
      without: ['response_type', 'client_id', 'redirect_uri', 'state'],
      known: ['provider'],
      seen: [LIBRARY, OPENAPI],
    },
  ],
});
