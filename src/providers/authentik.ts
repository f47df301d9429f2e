import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where: 'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/errors.py',
  when: '2026-11',
} as const;
const DOCS = {
  where: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'authentik',
  marks: [
    {
      in: 'url',
      pattern:
        /\/application\/o\/(?:authorize|token|userinfo|[\w-]+\/(?:end-session|jwks|\.well-known))\b/,
      seen: [DOCS],
    },
    { in: 'cookie', name: 'authentik_session', seen: [DOCS] },
    { in: 'header', name: 'x-authentik-id', seen: [DOCS] },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      pattern: /\bRedirect URI Error\b/i,
      means: 'redirect_uri is missing or not among the redirect URIs of the provider',
      fix: 'Add this URI under Applications > Providers > Redirect URIs/Origins, and mind whether an entry is Strict or Regex.',
      seen: [SOURCE],
    },
    {
      about: 'client-unknown',
      pattern: /\bClient ID Error\b/i,
      means: 'no provider has this client ID',
      fix: 'Copy the Client ID of the provider again.',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      pattern: /Client authentication failed \(e\.g\., unknown client/i,
      means: 'client ID or secret is wrong, or the client type is another',
      fix: 'Compare Client ID, Client Secret and Client type (Confidential or Public) of the provider.',
      seen: [SOURCE],
    },
    {
      about: 'grant',
      pattern: /does not match the redirection URI used in the authorization request/i,
      means: 'the code has expired, was used before, or is redeemed with another redirect_uri',
      fix: 'Send the redirect_uri of the login with the code, and redeem each code once.',
      owner: 'client',
      seen: [SOURCE],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'Applications > Providers > Redirect URIs/Origins',
      seen: [DOCS],
    },
    { setting: 'client-authentication', name: 'Client type of the provider', seen: [DOCS] },
    { setting: 'scopes', name: 'Scopes of the provider (scope mappings)', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Ask for the scope offline_access, and select its scope mapping in the provider',
      seen: [DOCS],
    },
  ],
  logs: {
    place: 'Events > Logs and the log of the server',
    seen: [DOCS],
  },
});
