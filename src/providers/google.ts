import { defineProvider } from './registry/provider.ts';

const CREDENTIALS = 'Google Cloud Console > Credentials';
const ERROR_CODES = {
  where: 'https://support.google.com/accounts/answer/16668185',
  when: '2026-11',
} as const;
const PAGES = { where: 'test/traffic/server-error-pages.test.ts', when: '2026-11' } as const;
const CASES = { where: 'test/checks/error-page/error-page-policy.http', when: '2026-11' } as const;
const BUTTON = {
  where: 'https://developers.google.com/identity/gsi/web/reference/html-reference',
  when: '2026-11',
} as const;
const SERVER_SIDE = {
  where: 'https://developers.google.com/identity/gsi/web/guides/verify-google-id-token',
  when: '2026-11',
} as const;
const DEVICES = {
  where: 'https://developers.google.com/identity/gsi/web/guides/devices',
  when: '2026-11',
} as const;
const CLIENTS = {
  where: 'https://developers.google.com/accounts/docs/OAuth2UserAgent',
  when: '2026-11',
} as const;
const WEB_SERVER = {
  where: 'https://developers.google.com/identity/protocols/oauth2/web-server',
  when: '2026-11',
} as const;
const RELAY = {
  where: 'https://developers.google.com/identity/sign-in/web/reference',
  when: '2026-11',
} as const;
const OPENID = {
  where: 'https://developers.google.com/identity/openid-connect/reference',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Google',
  hosts: { names: ['accounts.google.com', 'oauth2.googleapis.com'], seen: [OPENID] },
  issuers: [
    {
      kind: 'keys-at',
      issuers: /^(?:https:\/\/)?accounts\.google\.com$/,
      urls: ['https://www.googleapis.com/oauth2/v3/certs'],
      seen: [OPENID],
    },
    {
      kind: 'spellings',
      spellings: ['https://accounts.google.com', 'accounts.google.com'],
      seen: [OPENID],
    },
  ],
  requests: [
    {
      // The older platform library, whose relay page posts the answer to the page that asked.
      path: /^\/o\/oauth2\/(?:v2\/)?auth$/,
      responseTypes: ['permission'],
      known: ['client_id', 'ss_domain'],
      seen: [RELAY],
    },
    {
      // Google Identity Services: the page behind the button, which posts an ID token to `login_uri`.
      path: /^\/gsi\/select$/,
      names: { redirect_uri: 'login_uri' },
      defaults: { response_type: 'id_token', response_mode: 'form_post', scope: 'openid' },
      without: ['response_type', 'redirect_uri', 'state', 'nonce'],
      known: ['client_id', 'ux_mode'],
      seen: [BUTTON, { where: 'test/traffic/providers.test.ts', when: '2026-11' }],
    },
  ],
  responses: [
    {
      // The page posts a random value beside the ID token, and a cookie repeats it.
      of: 'authorization-response',
      names: { id_token: 'credential' },
      beside: 'g_csrf_token',
      seen: [SERVER_SIDE],
    },
    {
      of: 'device-authorization-response',
      names: { verification_uri: 'verification_url' },
      seen: [DEVICES],
    },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      in: 'text',
      pattern: /\bredirect_uri_mismatch\b/,
      means: 'redirect_uri is not among the authorized redirect URIs of the client',
      fix: `Add the exact URI in ${CREDENTIALS} > Authorized redirect URIs; the change takes minutes to work.`,
      seen: [ERROR_CODES, PAGES],
    },
    {
      about: 'redirect-mismatch',
      in: 'text',
      pattern: /\borigin_mismatch\b|The given origin is not allowed for the given client ID/,
      means: 'the origin of the page is not among the authorized JavaScript origins',
      fix: `Add scheme, host and port of the page in ${CREDENTIALS}.`,
      seen: [ERROR_CODES],
    },
    {
      about: 'client-authentication',
      in: 'text',
      pattern: /\bclient_secret is missing\b/,
      means:
        'a client of the type "Web application" redeems codes with its secret only, also with PKCE',
      fix: 'Let a server of yours redeem the code with the secret, or get tokens in the page from the Google Identity Services library.',
      seen: [WEB_SERVER],
    },
    {
      about: 'client-unknown',
      in: 'text',
      pattern: /The OAuth client was not found|Error 40[01]: invalid_client/,
      means: 'Google has no client with this client_id',
      fix: `Copy client_id from ${CREDENTIALS} again.`,
      seen: [ERROR_CODES],
    },
    {
      about: 'client-unknown',
      in: 'text',
      pattern: /\bdeleted_client\b/,
      means: 'the client was deleted',
      fix: `Create a new client in ${CREDENTIALS}.`,
      seen: [ERROR_CODES],
    },
    {
      about: 'policy',
      in: 'text',
      pattern: /\badmin_policy_enforced\b|\baccess_not_configured\b/,
      means: 'the administrator of this Workspace blocks the application',
      fix: 'Have the administrator trust it under Security > API controls.',
      seen: [ERROR_CODES],
    },
    {
      about: 'policy',
      in: 'text',
      pattern: /\bdisallowed_useragent\b/,
      means: 'Google does not show its login inside an embedded browser',
      fix: 'Open the login in the system browser, as RFC 8252 requires, and not in a web view.',
      owner: 'client',
      seen: [
        { where: 'https://github.com/3pillarlabs/socialauth-android/issues/101', when: '2026-11' },
      ],
    },
    {
      about: 'policy',
      in: 'text',
      pattern: /\borg_internal\b/,
      means: 'the application is internal to another organisation',
      fix: 'Set the user type to External, or use an account of that organisation.',
      seen: [ERROR_CODES],
    },
    {
      about: 'policy',
      in: 'text',
      pattern: /has not completed the Google verification process|Error 403: access_denied/,
      means: 'the application is in testing and this account is not a test user',
      fix: 'Add the account as a test user, or publish the application.',
      seen: [CASES, PAGES],
    },
    {
      about: 'other',
      in: 'url',
      pattern: /^https:\/\/accounts\.google\.com\/signin\/oauth\/error\b/i,
      means: 'Google shows its error page',
      fix: 'Read the headline of the page and "error details" below it.',
      seen: [PAGES],
    },
  ],
  packedError: { parameter: 'authError', seen: [PAGES] },
  console: [
    {
      setting: 'redirect-uris',
      name: `${CREDENTIALS} > Authorized redirect URIs`,
      seen: [CLIENTS],
    },
    { setting: 'origins', name: `${CREDENTIALS} > Authorized JavaScript origins`, seen: [CLIENTS] },
    { setting: 'client', name: CREDENTIALS, seen: [DEVICES] },
  ],
  urlCopies: {
    pattern:
      /^https?:\/\/(?:[^/]*\.)?(?:google-analytics|googletagmanager|doubleclick)\.[a-z.]+\/(?!.*oauth)/i,
    seen: [{ where: 'test/traffic/look-alike-calls.test.ts', when: '2026-11' }],
  },
});
