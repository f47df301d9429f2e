import { defineProvider } from './registry/provider.ts';

const REDIRECTS = 'Applications > Settings > Allowed Callback URLs';
const CALLBACKS = {
  where: 'https://auth0.com/docs/users/redirecting-users',
  when: '2026-11',
} as const;
const ERROR_PAGES = {
  where: 'https://auth0.com/docs/hosted-pages/error-pages',
  when: '2026-11',
} as const;
const MFA = {
  where:
    'https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa',
  when: '2026-11',
} as const;
const MISMATCH = {
  where: 'https://github.com/auth0/nextjs-auth0/issues/1942',
  when: '2026-11',
} as const;
const SERVICE = {
  where:
    'https://community.auth0.com/t/how-to-troubleshoot-access-denied-due-to-service-not-found-error/6822',
  when: '2026-11',
} as const;
const SETTINGS = {
  where: 'https://auth0.com/docs/get-started/applications/application-settings',
  when: '2026-11',
} as const;
const OFFLINE = {
  where: 'https://auth0.com/docs/secure/tokens/refresh-tokens/get-refresh-tokens',
  when: '2026-11',
} as const;
const CONSENT = {
  where:
    'https://auth0.com/docs/get-started/applications/first-party-and-third-party-applications/user-consent-and-third-party-applications',
  when: '2026-11',
} as const;
const CASES = { where: 'test/providers/auth0.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'Auth0',
  hosts: { names: ['*.auth0.com'], seen: [ERROR_PAGES] },
  // Tenants may have their own domain.
  marks: [{ in: 'header', name: 'x-auth0-requestid', seen: [CASES] }],
  errors: [
    {
      about: 'redirect-mismatch',
      in: 'text',
      anywhere: true,
      pattern: /Callback URL mismatch|is not in the list of allowed callback URLs/i,
      means: 'redirect_uri is not among the allowed callback URLs of the application',
      fix: `Add the exact URI under ${REDIRECTS}.`,
      seen: [MISMATCH],
    },
    {
      about: 'client-unknown',
      in: 'text',
      pattern: /Unknown client:|could not find (?:the )?application/i,
      means: 'this tenant has no application with this client_id',
      fix: 'Compare client_id and the tenant domain with the application settings.',
      seen: [CASES],
    },
    {
      about: 'policy',
      in: 'text',
      anywhere: true,
      pattern: /Client .{1,80} is not authorized to access resource server/i,
      means: 'the application may not ask for this API',
      fix: 'Authorize the application under APIs > Application access.',
      owner: 'registration',
      seen: [CASES],
    },
    {
      about: 'target',
      anywhere: true,
      pattern: /Service not found: /i,
      means: 'no API has the identifier that audience names',
      fix: 'Send as audience the Identifier of Applications > APIs, character by character, with its slash.',
      owner: 'client',
      seen: [SERVICE],
    },
    {
      about: 'scope',
      anywhere: true,
      pattern: /Client has not been granted scopes/i,
      means: 'the application was not granted these scopes of the API',
      fix: 'Grant the scopes in Applications > APIs > Machine to Machine Applications.',
      owner: 'registration',
      seen: [CASES],
    },
    {
      about: 'grant-type',
      anywhere: true,
      pattern: /Grant type '([^']{1,60})' not allowed for the client/i,
      means: 'the application may not use the grant {1}',
      fix: 'Tick the grant in Applications > Settings > Advanced Settings > Grant Types.',
      owner: 'registration',
      seen: [CASES],
    },
    {
      about: 'grant',
      anywhere: true,
      pattern: /Unknown or invalid refresh token/i,
      means: 'the refresh token has expired, was revoked, or was used before (rotation)',
      fix: 'Save the newest refresh token of every answer and refresh only once at a time; send the user to the login once.',
      owner: 'client',
      seen: [CASES],
    },
    {
      about: 'pkce',
      pattern: /Failed to verify code verifier/i,
      means: 'code_verifier does not match the code_challenge of this login',
      fix: 'Keep the code_verifier of each login until its code is redeemed, and send that one.',
      owner: 'client',
      seen: [CASES],
    },
    {
      about: 'grant',
      at: ['authorization_code'],
      pattern: /^invalid_grant: Invalid authorization code$/im,
      means: 'the code has expired, was redeemed before, or is of another application',
      fix: 'Redeem each code once, at once, as the application of the login.',
      owner: 'client',
      seen: [CASES],
    },
    {
      about: 'consent',
      at: ['authorization-response'],
      pattern: /^consent_required: Consent required$/im,
      means:
        'the user has to consent, which a silent request cannot ask; on localhost the consent is never skipped',
      fix: 'Send the user to an interactive login, and test "Allow Skipping User Consent" of the API on another host than localhost.',
      owner: 'client',
      seen: [CONSENT],
    },
  ],
  tokenSteps: [
    {
      code: 'mfa_required',
      next: 'Ask the user for the second factor, and send it to the token endpoint with the mfa_token of the answer.',
      seen: [MFA],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: REDIRECTS, seen: [CALLBACKS] },
    {
      setting: 'logout-uris',
      name: 'Applications > Settings > Allowed Logout URLs',
      seen: [SETTINGS],
    },
    {
      setting: 'origins',
      name: 'Applications > Settings > Allowed Web Origins, and Allowed Origins (CORS)',
      seen: [SETTINGS],
    },
    { setting: 'client', name: 'Applications > Settings > Basic Information', seen: [SETTINGS] },
    { setting: 'client-secret', name: 'Applications > Settings > Client Secret', seen: [SETTINGS] },
    {
      setting: 'client-authentication',
      name: 'Applications > Credentials > Authentication Methods',
      seen: [SETTINGS],
    },
    {
      setting: 'grant-types',
      name: 'Applications > Settings > Advanced Settings > Grant Types',
      seen: [SETTINGS],
    },
    { setting: 'scopes', name: 'Applications > APIs > Permissions', seen: [SETTINGS] },
    {
      setting: 'refresh-token',
      name: 'Ask for the scope offline_access with an audience, and turn on Allow Offline Access in Applications > APIs > Settings',
      seen: [OFFLINE],
    },
  ],
  logs: {
    headers: ['x-auth0-requestid'],
    place: 'Monitoring > Logs in the Auth0 dashboard, by tracking id',
    seen: [ERROR_PAGES],
  },
});
