import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://docs.slack.dev/reference/methods/oauth.v2.access',
  when: '2026-11',
} as const;
const TRAFFIC = { where: 'test/traffic/providers.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'Slack',
  hosts: { names: ['slack.com', '*.slack.com'], seen: [DOCS, TRAFFIC] },
  requests: [
    {
      path: /^\/(?:oauth(?:\/v2)?|openid\/connect)\/authorize$/,
      defaults: { response_type: 'code' },
      without: ['response_type', 'redirect_uri'],
      known: ['client_id'],
      seen: [TRAFFIC],
    },
  ],
  responses: [
    {
      // A token of the user alone is inside `authed_user`.
      of: 'token-response',
      beside: 'ok',
      accessTokenIn: 'authed_user',
      without: ['token_type'],
      seen: [DOCS],
    },
  ],
  deviations: [
    { kind: 'no-pkce', seen: [TRAFFIC] },
    { kind: 'comma-scopes', seen: [DOCS] },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      pattern: /redirect_uri did not match any configured URIs/i,
      means: 'redirect_uri is not among the redirect URLs of the app',
      fix: 'Add exactly this URL under OAuth & Permissions > Redirect URLs, and press Save URLs.',
      seen: [DOCS],
    },
    {
      about: 'redirect-mismatch',
      pattern: /\bbad_redirect_uri\b/,
      means: 'redirect_uri is another one than in the authorization request',
      fix: 'Send the same redirect_uri with the code as with the authorization request.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'client-authentication',
      pattern: /\bbad_client_secret\b/,
      means: 'the client secret is wrong',
      fix: 'Copy Client Secret from Basic Information > App Credentials again.',
      seen: [DOCS],
    },
    {
      about: 'client-unknown',
      pattern: /\binvalid_client_id\b/,
      means: 'no app has this client ID',
      fix: 'Copy Client ID from Basic Information > App Credentials again.',
      seen: [DOCS],
    },
    {
      about: 'grant',
      pattern: /\b(?:invalid_code|code_already_used)\b/,
      means: 'the code has expired (10 minutes) or was used before',
      fix: 'Redeem each code once, at once.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'grant',
      pattern: /\binvalid_refresh_token\b/,
      means: 'the refresh token was used before or revoked',
      fix: 'Save the refresh token of every answer; install the app again.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'grant-type',
      pattern: /\binvalid_grant_type\b/,
      means: 'grant_type is not one that this method takes',
      fix: 'Send grant_type=authorization_code or refresh_token, or none.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'request',
      pattern: /\boauth_authorization_url_mismatch\b/,
      means:
        'the login began at another version of the endpoint than the one that redeems the code',
      fix: 'Use /oauth/v2/authorize together with oauth.v2.access.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'scope',
      pattern: /\bmissing_scope\b/,
      means: 'the token lacks a scope; needed and provided are in the answer',
      fix: 'Add the scope under OAuth & Permissions > Scopes, and install the app again.',
      owner: 'registration',
      seen: [DOCS],
    },
    {
      about: 'token',
      pattern: /\b(?:token_expired|token_revoked|invalid_auth|not_authed)\b/,
      means: 'the token is missing, expired or revoked',
      fix: 'Refresh the token if token rotation is on, or install the app again.',
      owner: 'client',
      seen: [DOCS],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'OAuth & Permissions > Redirect URLs', seen: [DOCS] },
    { setting: 'client-secret', name: 'Basic Information > App Credentials', seen: [DOCS] },
    { setting: 'scopes', name: 'OAuth & Permissions > Scopes', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Switch on token rotation under OAuth & Permissions',
      seen: [DOCS],
    },
  ],
});
