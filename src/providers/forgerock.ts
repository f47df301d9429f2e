import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where: 'https://docs.pingidentity.com/pingam/latest/am-oauth2/oauth2-register-client.html',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'PingAM (ForgeRock)',
  hosts: { names: ['*.forgeblocks.com'], seen: [SOURCE] },
  marks: [{ in: 'url', pattern: /\/(?:am|openam)\/oauth2\//i, seen: [SOURCE] }],
  errors: [
    {
      about: 'redirect-mismatch',
      pattern:
        /redirection URI provided does not match a pre-registered value|\bredirect_uri_mismatch\b/i,
      means: 'redirect_uri is not among the redirection URIs of the client',
      fix: 'Add exactly this URI under Applications > OAuth 2.0 > Clients > Core > Redirection URIs.',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      at: ['token-request'],
      pattern: /Client authentication failed/i,
      means: 'client ID, secret or the authentication method is wrong',
      fix: 'Compare the secret, and Token Endpoint Authentication Method under Advanced of the client.',
      seen: [SOURCE],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'Applications > OAuth 2.0 > Clients > Core > Redirection URIs',
      seen: [SOURCE],
    },
    {
      setting: 'client-authentication',
      name: 'Advanced > Token Endpoint Authentication Method of the client',
      seen: [SOURCE],
    },
    { setting: 'scopes', name: 'Core > Scope(s) of the client', seen: [SOURCE] },
    { setting: 'grant-types', name: 'Advanced > Grant Types of the client', seen: [SOURCE] },
  ],
  logs: {
    place: 'the debug log OAuth2Provider and the audit log of AM',
    seen: [SOURCE],
  },
});
