import { defineProvider } from './registry/provider.ts';

const CREDENTIALS = 'Google Cloud Console > Credentials';
const PAGES = { where: 'test/traffic/server-error-pages.test.ts', when: '2026-11' } as const;
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
const BUTTON_REFUSED = {
  where: 'https://github.com/MSalmanTariq/react-google-one-tap-login/issues/16',
  when: '2026-11',
} as const;
const OFFLINE = {
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
  hosts: {
    names: ['accounts.google.com', 'oauth2.googleapis.com', 'openidconnect.googleapis.com'],
    seen: [OPENID],
  },
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
  loginButton: { path: /gsi\/(?:status|button)/, seen: [BUTTON_REFUSED] },
  packedError: { parameter: 'authError', seen: [PAGES] },
  console: [
    {
      setting: 'redirect-uris',
      name: `${CREDENTIALS} > Authorized redirect URIs`,
      seen: [CLIENTS],
    },
    { setting: 'origins', name: `${CREDENTIALS} > Authorized JavaScript origins`, seen: [CLIENTS] },
    { setting: 'client', name: CREDENTIALS, seen: [DEVICES] },
    { setting: 'client-secret', name: `${CREDENTIALS} > Client secrets`, seen: [CLIENTS] },
    {
      setting: 'scopes',
      name: 'Google Cloud Console > OAuth consent screen > Data access',
      seen: [CLIENTS],
    },
    {
      setting: 'refresh-token',
      name: 'Send access_type=offline, and prompt=consent when the user has consented before, in the authorization request',
      seen: [OFFLINE],
    },
  ],
  urlCopies: {
    pattern:
      /^https?:\/\/(?:[^/]*\.)?(?:google-analytics|googletagmanager|doubleclick)\.[a-z.]+\/(?!.*oauth)/i,
    seen: [{ where: 'test/traffic/look-alike-calls.test.ts', when: '2026-11' }],
  },
});
