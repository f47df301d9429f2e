import { defineProvider } from './registry/provider.ts';

const OAUTH = {
  where:
    'https://learn.microsoft.com/en-us/windows-server/identity/ad-fs/development/ad-fs-openid-connect-oauth-concepts',
  when: '2026-11',
} as const;
const NOT_ALLOWED = {
  where: 'https://github.com/snok/django-auth-adfs/issues/214',
  when: '2026-11',
} as const;
const NO_RESOURCE = {
  where: 'https://github.com/snok/django-auth-adfs/issues/13',
  when: '2026-11',
} as const;
const CASES = { where: 'test/providers/adfs.test.ts', when: '2026-11' } as const;

export default defineProvider({
  name: 'AD FS',
  marks: [{ in: 'url', pattern: /\/adfs\/(?:oauth2|ls|userinfo)\b/, seen: [OAUTH] }],
  errors: [
    {
      about: 'redirect-mismatch',
      anywhere: true,
      pattern: /MSIS922[14](?!\d)/,
      means: 'redirect_uri is missing or is not one of this client',
      fix: 'Add the exact URI to the client in AD FS Management > Application Groups (Set-AdfsNativeClientApplication or Set-AdfsServerApplication -RedirectUri).',
      owner: 'administrator',
      seen: [CASES],
    },
    {
      about: 'client-unknown',
      anywhere: true,
      pattern: /MSIS9223(?!\d)/,
      means: 'AD FS has no client with this client_id',
      fix: 'Compare client_id with AD FS Management > Application Groups, and register the client there.',
      owner: 'administrator',
      seen: [CASES],
    },
    {
      about: 'grant-type',
      anywhere: true,
      pattern: /MSIS9(?:605|321)(?!\d)/,
      means: 'the client may not get a token for this Web API or scope',
      fix: 'Permit the client and the scope (openid too) under Application Groups > Web API > Client Permissions (Grant-AdfsApplicationPermission).',
      owner: 'administrator',
      seen: [NOT_ALLOWED],
    },
    {
      about: 'target',
      anywhere: true,
      pattern: /MSIS9602(?!\d)/,
      means: 'no Web API has the identifier that resource names',
      fix: 'Send as resource an identifier of Application Groups > Web API > Identifiers, character by character.',
      owner: 'client',
      seen: [NO_RESOURCE],
    },
    {
      about: 'other',
      anywhere: true,
      pattern: /MSIS(\d{4})(?!\d)/,
      means: 'AD FS reports its own error {1}',
      fix: 'Do what the text after MSIS{1} says.',
      seen: [OAUTH],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'AD FS Management > Application Groups > the client > Redirect URI',
      seen: [OAUTH],
    },
    { setting: 'client', name: 'AD FS Management > Application Groups', seen: [OAUTH] },
  ],
  logs: {
    place: 'the event log AD FS/Admin of the server, by Activity ID',
    seen: [OAUTH],
  },
});
