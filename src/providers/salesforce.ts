import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where: 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm',
  when: '2026-11',
} as const;
const DOCS = {
  where:
    'https://help.salesforce.com/s/articleView?id=xcloud.connected_app_create_api_integration.htm',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Salesforce',
  hosts: {
    names: ['login.salesforce.com', 'test.salesforce.com', '*.my.salesforce.com'],
    seen: [DOCS],
  },
  errors: [
    {
      about: 'redirect-mismatch',
      pattern: /redirect_uri must match configuration|redirect_uri_mismatch/i,
      means: 'redirect_uri is not a callback URL of the app',
      fix: 'Add exactly this URI to Callback URL of the connected app or external client app, and wait some minutes.',
      seen: [SOURCE],
    },
    {
      about: 'policy',
      anywhere: true,
      pattern: /OAUTH_APP_BLOCKED/,
      means: 'an administrator has blocked the app, or it has to be installed first',
      fix: 'Unblock or install the app under Setup > Connected Apps OAuth Usage.',
      owner: 'administrator',
      seen: [SOURCE],
    },
    {
      about: 'policy',
      anywhere: true,
      pattern: /OAUTH_APPROVAL_ERROR_GENERIC/,
      means: 'the org does not let this user approve the app',
      fix: 'Read the reason in Setup > Login History, and give the user the permission to use the app.',
      owner: 'administrator',
      seen: [SOURCE],
    },
    {
      about: 'client-unknown',
      pattern: /invalid_client_id|client identifier invalid/i,
      means: 'the consumer key is unknown at this login host, or the app is only some minutes old',
      fix: 'Compare client_id with the Consumer Key, and the host with the org (login, test or My Domain); wait some minutes after a change.',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      pattern: /^invalid_client: invalid client credentials/im,
      means: 'the consumer secret is wrong',
      fix: 'Copy the Consumer Secret of the app again (Manage Consumer Details).',
      seen: [SOURCE],
    },
    {
      about: 'pkce',
      pattern: /missing required code challenge/i,
      means: 'the app requires PKCE',
      fix: 'Send code_challenge and code_challenge_method=S256.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'grant',
      pattern: /expired authorization code/i,
      means: 'the code has expired (15 minutes) or was used before',
      fix: 'Redeem each code once, at once.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'grant',
      anywhere: true,
      pattern: /expired access\/refresh token/i,
      means: 'the refresh token was revoked or has expired by the policy of the app',
      fix: 'Send the user to the login; compare Refresh Token Policy of the app.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'consent',
      anywhere: true,
      pattern: /user hasn.?t approved this consumer/i,
      means: 'no user has approved the app, or none is pre-authorised',
      fix: 'Set Permitted Users to "Admin approved users are pre-authorized" with a profile or permission set of this user, or let the user approve once.',
      owner: 'administrator',
      seen: [SOURCE],
    },
    {
      about: 'user',
      pattern: /\bauthentication failure\b/i,
      means: 'user name, password or security token is wrong, or a login policy forbids it',
      fix: 'Read the reason in Setup > Login History; append the security token to the password where the network is not trusted.',
      owner: 'user',
      seen: [SOURCE],
    },
    {
      about: 'user',
      pattern: /\binactive (?:user|organization)\b/i,
      means: 'the user or the org is not active',
      fix: 'Activate the user under Setup > Users.',
      owner: 'administrator',
      seen: [SOURCE],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'Callback URL of the connected app or external client app',
      seen: [DOCS],
    },
    { setting: 'client-secret', name: 'Manage Consumer Details', seen: [DOCS] },
    { setting: 'scopes', name: 'Selected OAuth Scopes of the app', seen: [DOCS] },
    { setting: 'origins', name: 'Setup > CORS', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Select the scope "Perform requests at any time (refresh_token, offline_access)" for the app, and ask for refresh_token',
      seen: [DOCS],
    },
  ],
  logs: {
    place: 'Setup > Login History',
    seen: [DOCS],
  },
});
