import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where:
    'https://docs.pingidentity.com/pingfederate/latest/administrators_reference_guide/pf_review_oauth_request_various_oauth_settings.html',
  when: '2026-11',
} as const;
const DOCS = {
  where:
    'https://docs.pingidentity.com/pingfederate/latest/administrators_reference_guide/pf_configuring_oauth_clients.html',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'PingFederate',
  marks: [
    {
      in: 'url',
      pattern:
        /\/as\/(?:authorization|token|revoke_token|introspect|bc-auth)\.oauth2\b|\/idp\/userinfo\.openid\b|\/pf\/JWKS\b/,
      seen: [DOCS],
    },
  ],
  errors: [
    {
      about: 'client-unknown',
      pattern: /Unknown or invalid client_id/i,
      means: 'no enabled client has this client ID',
      fix: 'Compare client_id with Applications > OAuth > Clients, and enable the client.',
      seen: [SOURCE],
    },
    {
      about: 'redirect-mismatch',
      pattern: /Invalid redirect_uri/i,
      means: 'redirect_uri is not among the redirect URIs of the client',
      fix: 'Add exactly this URI under Applications > OAuth > Clients > Redirect URIs.',
      seen: [SOURCE],
    },
    {
      about: 'grant',
      pattern: /unknown, invalid, or expired refresh token/i,
      means: 'the refresh token was rotated, revoked or has expired',
      fix: 'Save the refresh token of every answer; send the user to the login again.',
      owner: 'client',
      seen: [SOURCE],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'Applications > OAuth > Clients > Redirect URIs',
      seen: [DOCS],
    },
    {
      setting: 'client-authentication',
      name: 'Applications > OAuth > Clients > Client Authentication',
      seen: [DOCS],
    },
    {
      setting: 'grant-types',
      name: 'Applications > OAuth > Clients > Allowed Grant Types',
      seen: [DOCS],
    },
    {
      setting: 'refresh-token',
      name: 'Allow the grant type Refresh Token for the client',
      seen: [DOCS],
    },
  ],
  logs: {
    place: 'server.log and audit.log of PingFederate, by the tracking ID',
    seen: [DOCS],
  },
});
