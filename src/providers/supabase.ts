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
const SOURCE = {
  where: 'https://github.com/supabase/auth/blob/master/internal/api/apierrors/errorcode.go',
  when: '2026-11',
} as const;
const DOCS = {
  where: 'https://supabase.com/docs/guides/auth/debugging/error-codes',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Supabase',
  hosts: { names: ['*.supabase.co'], seen: [OPENAPI] },
  marks: [
    { in: 'url', pattern: /\/auth\/v1\/(?:authorize|callback|token|verify)\b/, seen: [OPENAPI] },
  ],
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
  errors: [
    {
      about: 'callback',
      anywhere: true,
      pattern: /\bbad_oauth_(?:state|callback)\b/,
      means: 'the response of the other provider came back without its state or code',
      fix: 'Start the login again, and register /auth/v1/callback of the project (not of the application) at the other provider.',
      owner: 'client',
      seen: [SOURCE, DOCS],
    },
    {
      about: 'pkce',
      anywhere: true,
      pattern: /\bflow_state_(?:not_found|expired)\b/,
      means: 'the login began in another browser, or too long ago',
      fix: 'Finish the login in the browser that began it, and start it again.',
      owner: 'client',
      seen: [SOURCE, DOCS],
    },
    {
      about: 'pkce',
      anywhere: true,
      pattern: /\bbad_code_verifier\b|both auth code and code verifier should be non-empty/,
      means: 'code_verifier is missing or not the one of this login',
      fix: 'Call exchangeCodeForSession in the browser, with the storage (cookies) that began the login.',
      owner: 'client',
      seen: [SOURCE, DOCS],
    },
    {
      about: 'grant',
      anywhere: true,
      pattern: /\brefresh_token_already_used\b|Invalid Refresh Token: Already Used/,
      means: 'the refresh token was used before',
      fix: 'Refresh in one place: one client object, and the cookies of the answer passed on by the middleware.',
      owner: 'client',
      seen: [SOURCE, DOCS],
    },
    {
      about: 'grant',
      pattern:
        /\b(?:refresh_token_not_found|session_not_found|session_expired)\b|Invalid Refresh Token: (?:Refresh Token Not Found|Session Expired|No Valid Session Found)/,
      means: 'the session is over: signed out, expired or deleted',
      fix: 'Send the user to the login again.',
      owner: 'client',
      seen: [SOURCE, DOCS],
    },
    {
      about: 'policy',
      pattern: /\b(?:provider_disabled|oauth_provider_not_supported)\b|provider is not enabled/,
      means: 'this provider is not enabled in the project',
      fix: 'Enable it under Authentication > Sign In / Providers.',
      owner: 'administrator',
      seen: [SOURCE, DOCS],
    },
    {
      about: 'policy',
      pattern: /\bsignup_disabled\b/,
      means: 'the project takes no new users',
      fix: 'Allow new users to sign up under Authentication > Sign In / Providers, or invite the user.',
      owner: 'administrator',
      seen: [SOURCE, DOCS],
    },
    {
      about: 'user',
      pattern: /\bprovider_email_needs_verification\b/,
      means: 'the other provider says that the address is not verified',
      fix: 'Verify the address by the link that was sent, then sign in again.',
      owner: 'user',
      seen: [SOURCE, DOCS],
    },
    {
      about: 'token',
      pattern: /\b(?:bad_jwt|no_authorization)\b/,
      means: 'the access token is missing or not valid',
      fix: 'Send the access token of the session, and refresh it when it has expired.',
      owner: 'client',
      seen: [SOURCE, DOCS],
    },
    {
      about: 'client-unknown',
      pattern: /\boauth_client_not_found\b/,
      means: 'the project has no OAuth client with this client_id',
      fix: 'Compare client_id with Authentication > OAuth Apps.',
      seen: [SOURCE, DOCS],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'Authentication > URL Configuration > Redirect URLs',
      seen: [DOCS],
    },
  ],
  logs: {
    place: 'Logs > Auth in the dashboard',
    seen: [DOCS],
  },
});
