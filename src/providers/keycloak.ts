import { defineProvider } from './registry/provider.ts';

const MESSAGES = {
  where:
    'https://github.com/keycloak/keycloak/blob/main/themes/src/main/resources/theme/base/login/messages/messages_en.properties',
  when: '2026-11',
} as const;
const CAPTURES = {
  where: 'test/captures/keycloak/chromium/wrong-redirect-uri.har',
  when: '2026-11',
} as const;
const LOGIN = {
  where: 'test/captures/keycloak/chromium/login-keycloak-js.har',
  when: '2026-11',
} as const;
const ADMIN = {
  where: 'https://www.keycloak.org/docs/latest/server_admin/',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Keycloak',
  marks: [
    {
      in: 'url',
      pattern: /\/realms\/[^/]+\/(?:protocol\/openid-connect|login-actions|broker)\b/,
      seen: [LOGIN],
    },
    { in: 'cookie', name: 'KC_RESTART', seen: [LOGIN] },
    { in: 'markup', pattern: /\bid="kc-header-wrapper"/, seen: [LOGIN] },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      in: 'text',
      anywhere: true,
      pattern: /Invalid parameter: redirect_uri/i,
      means: 'redirect_uri is not among the valid redirect URIs of the client',
      fix: 'Add the URI to the client under "Valid redirect URIs"; a wildcard is allowed only at the end.',
      seen: [MESSAGES, CAPTURES],
    },
    {
      about: 'client-unknown',
      in: 'text',
      anywhere: true,
      pattern: /Client not found\./i,
      means: 'this realm has no such client',
      fix: 'Compare client_id and the realm in the URL with the admin console.',
      seen: [
        MESSAGES,
        { where: 'test/captures/keycloak/chromium/wrong-client.har', when: '2026-11' },
      ],
    },
    {
      about: 'client-unknown',
      in: 'text',
      anywhere: true,
      pattern: /Client disabled\.|Login requester not enabled|Unknown login requester/i,
      means: 'the client is unknown or disabled',
      fix: 'Enable the client in the admin console.',
      seen: [MESSAGES],
    },
    {
      about: 'session-cookie',
      in: 'text',
      anywhere: true,
      pattern:
        /Cookie not found\. Please make sure cookies are enabled|Restart login cookie not found/i,
      means: 'the login cookie that Keycloak had set did not come back',
      fix: 'Start the login again, under one host name and over https, and do not bookmark the login page.',
      seen: [MESSAGES],
    },
    {
      about: 'server-error',
      in: 'text',
      anywhere: true,
      pattern:
        /Unexpected error when (?:authenticating with|handling authentication request to) identity provider|Could not (?:obtain|exchange|decode|send|fetch)[^.\n]{0,40} identity provider/i,
      means: 'it could not use the response of its identity provider, or could not redeem the code',
      fix: 'Compare client id, secret and endpoints of the identity provider in the admin console with the registration there; the server log has the answer that Keycloak got.',
      seen: [
        MESSAGES,
        { where: 'test/captures/keycloak/chromium/brokered-login-broken.har', when: '2026-11' },
      ],
    },
    {
      about: 'other',
      in: 'text',
      anywhere: true,
      pattern:
        /An error occurred, please login again through your application|This page is no longer valid, please go back to your application/i,
      means: 'the login page was stale',
      fix: 'Start the login again from the application.',
      seen: [MESSAGES],
    },
    {
      about: 'other',
      in: 'text',
      anywhere: true,
      pattern: /^We are sorry\.\.\./im,
      means: 'Keycloak shows its error page',
      fix: 'Read the message below the headline.',
      seen: [CAPTURES],
    },
  ],
  apis: [
    {
      name: 'the account console, which Keycloak puts there when nothing else is configured',
      audience: /^account$/,
      hosts: [],
      fix: 'Add a mapper of the type Audience for this API to a client scope of the client (Client scopes > Mappers), so that aud names the API.',
      seen: [
        {
          where: 'https://www.keycloak.org/docs/latest/server_admin/#audience-support',
          when: '2026-11',
        },
      ],
    },
  ],
  console: [
    {
      setting: 'token-issuer',
      name: 'hostname (KC_HOSTNAME): without it, iss follows the host name of each request',
      seen: [{ where: 'https://www.keycloak.org/server/hostname', when: '2026-11' }],
    },
    { setting: 'redirect-uris', name: 'Clients > Settings > Valid redirect URIs', seen: [ADMIN] },
    {
      setting: 'logout-uris',
      name: 'Clients > Settings > Valid post logout redirect URIs',
      seen: [ADMIN],
    },
    { setting: 'origins', name: 'Clients > Settings > Web origins', seen: [ADMIN] },
    { setting: 'client', name: 'Clients, in the realm of the URL', seen: [ADMIN] },
    { setting: 'client-secret', name: 'Clients > Credentials', seen: [ADMIN] },
    {
      setting: 'client-authentication',
      name: 'Clients > Settings > Capability config > Client authentication',
      seen: [ADMIN],
    },
    {
      setting: 'grant-types',
      name: 'Clients > Settings > Capability config > Authentication flow',
      seen: [ADMIN],
    },
    { setting: 'scopes', name: 'Clients > Client scopes', seen: [ADMIN] },
    { setting: 'token-lifetimes', name: 'Realm settings > Tokens, and > Sessions', seen: [ADMIN] },
    {
      setting: 'subject-claim',
      name: 'the client scope "basic"',
      seen: [{ where: 'test/checks/id-token/id-token-required-claims.http', when: '2026-11' }],
    },
  ],
  logs: {
    place:
      'the server log of Keycloak (category org.keycloak.events) or Realm settings > Events > User events',
    seen: [{ where: 'test/captures/keycloak/chromium/brokered-login-broken.har', when: '2026-11' }],
  },
});
