import { defineProvider } from './registry/provider.ts';

const REDIRECTS = 'Sign-in redirect URIs';
const APPS = {
  where: 'https://help.okta.com/oie/en-us/content/topics/apps/apps_app_integration_wizard_oidc.htm',
  when: '2026-11',
} as const;
const CORS = {
  where: 'https://developer.okta.com/docs/guides/enable-cors/main/',
  when: '2026-11',
} as const;
const SERVERS = {
  where: 'https://developer.okta.com/docs/guides/customize-authz-server/main/',
  when: '2026-11',
} as const;
const REFRESH = {
  where: 'https://developer.okta.com/docs/guides/refresh-tokens/main/',
  when: '2026-11',
} as const;
const CASES = { where: 'test/providers/okta.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'Okta',
  hosts: { names: ['*.okta.com', '*.oktapreview.com', '*.okta-emea.com'], seen: [CASES] },
  // Organisations may have their own domain.
  marks: [{ in: 'header', name: 'x-okta-request-id', seen: [CASES] }],
  responseModes: [
    {
      name: 'okta_post_message',
      like: 'web_message',
      seen: [{ where: 'test/traffic/response-modes.test.ts', when: '2026-11' }],
    },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      in: 'text',
      anywhere: true,
      pattern: /redirect_uri' parameter must be a Login redirect URI in the client app settings/i,
      means: 'redirect_uri is not among the sign-in redirect URIs of the application',
      fix: `Add the exact URI, with its case and slash, under ${REDIRECTS}.`,
      seen: [CASES],
    },
    {
      about: 'client-unknown',
      in: 'text',
      anywhere: true,
      pattern: /Invalid value for 'client_id' parameter/i,
      means: 'this org has no application with this client_id',
      fix: 'Compare client_id and the org in the URL with the application.',
      seen: [CASES],
    },
    {
      about: 'client-authentication',
      anywhere: true,
      pattern:
        /Client authentication failed\. Either the client or the client credentials are invalid/i,
      means: 'client_id, its secret or its method of authentication is wrong',
      fix: 'Copy the secret from Applications > General > Client Secrets of this org, and compare Client authentication there.',
      owner: 'registration',
      seen: [CASES],
    },
    {
      about: 'grant',
      at: ['authorization_code'],
      pattern: /The authorization code is invalid or has expired/i,
      means: 'the code was redeemed before, has expired, or is of another authorization server',
      fix: 'Redeem each code once, at once, at the token endpoint of the server (/oauth2/default or another) that issued it.',
      owner: 'client',
      seen: [CASES],
    },
    {
      about: 'scope',
      anywhere: true,
      pattern: /One or more scopes are not configured for the authorization server resource/i,
      means: 'this authorization server has no such scope',
      fix: 'Create the scope in Security > API > Authorization Servers > Scopes, or use the server that has it.',
      owner: 'registration',
      seen: [CASES],
    },
    {
      about: 'user',
      anywhere: true,
      pattern: /The client specified not to prompt, but the (?:user|client app)/i,
      means: 'nobody is logged in here, or the user has to do something first',
      fix: 'Send the user to an interactive login; a hidden frame has no session where the browser blocks third-party cookies.',
      owner: 'client',
      seen: [CASES],
    },
    {
      about: 'policy',
      anywhere: true,
      pattern: /'subject_token' is invalid: the user is not assigned to the client application/i,
      means: 'the user of the token is not assigned to the application that exchanges it',
      fix: 'Assign the user or a group in Applications > Assignments.',
      owner: 'administrator',
      seen: [CASES],
    },
    {
      about: 'policy',
      in: 'text',
      anywhere: true,
      pattern: /User is not assigned to the client application/i,
      means: 'the user is not assigned to the application',
      fix: 'Assign the user or a group in Applications > Assignments.',
      owner: 'administrator',
      seen: [CASES],
    },
    {
      about: 'policy',
      in: 'text',
      anywhere: true,
      pattern: /Policy evaluation failed for this request/i,
      means: 'no access policy of the authorization server allows this request',
      fix: 'Add a rule for this client, grant and these scopes in Security > API > Authorization Servers > Access Policies.',
      owner: 'administrator',
      seen: [CASES],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: REDIRECTS, seen: [CASES] },
    {
      setting: 'logout-uris',
      name: 'Applications > General > Sign-out redirect URIs',
      seen: [APPS],
    },
    { setting: 'origins', name: 'Security > API > Trusted Origins', seen: [CORS] },
    { setting: 'client', name: 'Applications > General > Client Credentials', seen: [APPS] },
    { setting: 'client-secret', name: 'Applications > General > Client Secrets', seen: [APPS] },
    {
      setting: 'client-authentication',
      name: 'Applications > General > Client Credentials > Client authentication',
      seen: [APPS],
    },
    { setting: 'grant-types', name: 'Applications > General > Grant type', seen: [APPS] },
    { setting: 'scopes', name: 'Security > API > Authorization Servers > Scopes', seen: [SERVERS] },
    {
      setting: 'token-lifetimes',
      name: 'Security > API > Authorization Servers > Access Policies',
      seen: [SERVERS],
    },
    {
      setting: 'refresh-token',
      name: 'Ask for the scope offline_access, and tick Refresh Token in Applications > General > Grant type',
      seen: [REFRESH],
    },
  ],
  logs: {
    headers: ['x-okta-request-id'],
    place: 'Reports > System Log, by x-okta-request-id',
    seen: [CASES],
  },
});
