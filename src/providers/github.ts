import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
  when: '2026-11',
} as const;
const TOKEN_ERRORS = {
  where:
    'https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors',
  when: '2026-11',
} as const;
const REQUEST_ERRORS = {
  where:
    'https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-authorization-request-errors',
  when: '2026-11',
} as const;
const REFRESH = {
  where:
    'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/refreshing-user-access-tokens',
  when: '2026-11',
} as const;
const REST = {
  where: 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
  when: '2026-11',
} as const;

const APPS = 'GitHub > Settings > Developer settings > OAuth Apps (or GitHub Apps)';

export default defineProvider({
  name: 'GitHub',
  hosts: { names: ['github.com', 'api.github.com'], seen: [DOCS, REST] },
  requests: [
    {
      // GitHub Enterprise Server has the same path at the customer's host.
      path: /^\/login\/oauth\/authorize$/,
      anywhere: true,
      defaults: { response_type: 'code' },
      without: ['response_type', 'redirect_uri'],
      known: ['client_id'],
      seen: [DOCS],
    },
  ],
  deviations: [{ kind: 'no-openid', seen: [DOCS] }],
  errors: [
    {
      about: 'grant',
      anywhere: true,
      pattern: /\bbad_verification_code\b/,
      means: 'the code is wrong, has expired (after ten minutes) or was redeemed before',
      fix: 'Redeem each code once, at once, with the client_id of the same app; start the login again for a new code.',
      owner: 'client',
      seen: [TOKEN_ERRORS],
    },
    {
      about: 'client-authentication',
      anywhere: true,
      pattern: /\bincorrect_client_credentials\b/,
      means: 'client_id or client_secret is wrong, or they are of two apps',
      fix: `Copy the Client ID and generate a new client secret in ${APPS}.`,
      owner: 'registration',
      seen: [TOKEN_ERRORS],
    },
    {
      about: 'redirect-mismatch',
      pattern: /\bredirect_uri_mismatch\b|The redirect_uri MUST match the registered callback URL/,
      means: 'redirect_uri is not the callback URL of the app, nor a path below it',
      fix: `Set "Authorization callback URL" in ${APPS}: host and port have to be equal, and the path may go on below it.`,
      seen: [TOKEN_ERRORS, REQUEST_ERRORS],
    },
    {
      about: 'user',
      anywhere: true,
      pattern: /\bunverified_user_email\b/,
      means: 'the primary e-mail address of the user is not verified',
      fix: 'Verify the e-mail address in GitHub > Settings > Emails, then log in again.',
      owner: 'user',
      seen: [TOKEN_ERRORS],
    },
    {
      about: 'grant',
      anywhere: true,
      pattern: /\bbad_refresh_token\b/,
      means: 'the refresh token is wrong, was used before, or has expired (after six months)',
      fix: 'Save the new refresh token of every answer, and send the user to the login once.',
      owner: 'client',
      seen: [REFRESH],
    },
    {
      about: 'grant-type',
      anywhere: true,
      pattern: /\bdevice_flow_disabled\b/,
      means: 'the app does not allow the device grant',
      fix: `Tick "Enable Device Flow" in ${APPS}.`,
      owner: 'registration',
      seen: [DOCS],
    },
    {
      about: 'grant',
      anywhere: true,
      pattern: /\bincorrect_device_code\b/,
      means: 'the device code is not valid',
      fix: 'Ask for a new device code, and poll with it as the same client.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'client-unknown',
      anywhere: true,
      pattern: /\bapplication_suspended\b/,
      means: 'GitHub suspended the app',
      fix: 'Ask GitHub Support about the app.',
      owner: 'administrator',
      seen: [REQUEST_ERRORS],
    },
    {
      about: 'policy',
      at: ['api-call', 'userinfo-request'],
      pattern:
        /organization has enabled OAuth App access restrictions|Resource protected by organization SAML enforcement/,
      means: 'the organisation does not allow this app, or wants a SAML login for it',
      fix: 'Let an owner approve the app in Organization settings > Third-party Access, and authorize it for SAML single sign-on.',
      owner: 'administrator',
      seen: [REST],
    },
    {
      about: 'scope',
      at: ['api-call', 'userinfo-request'],
      pattern: /Resource not accessible by (?:integration|personal access token)/,
      means: 'the app has no permission for this call',
      fix: 'Give the GitHub App the permission under Permissions & events, and let the installation accept it; an OAuth App asks for the scope.',
      owner: 'registration',
      seen: [REST],
    },
    {
      about: 'token',
      at: ['api-call', 'userinfo-request'],
      pattern: /\bBad credentials\b/,
      means: 'the token is wrong, was revoked or has expired',
      fix: 'Get a new token: the user may have revoked the app, and user tokens of a GitHub App end after eight hours.',
      owner: 'client',
      seen: [REST],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: `${APPS} > Authorization callback URL`, seen: [DOCS] },
    { setting: 'client', name: APPS, seen: [DOCS] },
    { setting: 'client-secret', name: `${APPS} > Client secrets`, seen: [DOCS] },
    {
      setting: 'scopes',
      name: 'the scopes of the request, or Permissions & events of a GitHub App',
      seen: [DOCS],
    },
    {
      setting: 'refresh-token',
      name: 'Register a GitHub App with "User-to-server token expiration" in place of an OAuth App: an OAuth App gets no refresh token, because its tokens do not expire',
      seen: [REFRESH],
    },
  ],
  logs: { headers: ['x-github-request-id'], seen: [REST] },
});
