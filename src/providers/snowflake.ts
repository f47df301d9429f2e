import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where: 'https://docs.snowflake.com/en/user-guide/oauth-custom',
  when: '2026-11',
} as const;
const DOCS = {
  where:
    'https://docs.snowflake.com/en/sql-reference/sql/create-security-integration-oauth-snowflake',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Snowflake',
  hosts: { names: ['*.snowflakecomputing.com'], seen: [SOURCE] },
  errors: [
    {
      about: 'redirect-mismatch',
      anywhere: true,
      pattern:
        /mismatch in the given redirect ur[il] with the one in the registered OAuth client integration/i,
      means: 'redirect_uri is not OAUTH_REDIRECT_URI of the security integration',
      fix: 'Run ALTER SECURITY INTEGRATION … SET OAUTH_REDIRECT_URI with exactly this URI.',
      owner: 'administrator',
      seen: [DOCS],
    },
    {
      about: 'grant',
      at: ['refresh_token'],
      pattern: /^invalid_grant\b/m,
      means:
        'the code was used before, or the refresh token has expired (OAUTH_REFRESH_TOKEN_VALIDITY) or the role of its user changed',
      fix: 'Send the user to the login again; a longer OAUTH_REFRESH_TOKEN_VALIDITY is a setting of the security integration.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'client-authentication',
      at: ['token-request'],
      pattern: /^invalid_client\b/m,
      means: 'client_id or secret is not the one of the security integration',
      fix: 'Read both with SYSTEM$SHOW_OAUTH_CLIENT_SECRETS for the security integration.',
      seen: [SOURCE],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'OAUTH_REDIRECT_URI of the security integration',
      seen: [DOCS],
    },
    { setting: 'client-secret', name: 'SYSTEM$SHOW_OAUTH_CLIENT_SECRETS', seen: [SOURCE] },
    {
      setting: 'client-authentication',
      name: 'OAUTH_CLIENT_TYPE of the security integration',
      seen: [DOCS],
    },
    {
      setting: 'token-lifetimes',
      name: 'OAUTH_REFRESH_TOKEN_VALIDITY of the security integration',
      seen: [DOCS],
    },
    { setting: 'scopes', name: 'Scope session:role:NAME of the request', seen: [SOURCE] },
    {
      setting: 'refresh-token',
      name: 'Ask for the scope refresh_token, and set OAUTH_ISSUE_REFRESH_TOKENS = TRUE of the security integration',
      seen: [DOCS],
    },
  ],
  logs: {
    place: 'LOGIN_HISTORY of the account',
    seen: [SOURCE],
  },
});
