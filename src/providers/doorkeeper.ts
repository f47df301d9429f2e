import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where: 'https://github.com/doorkeeper-gem/doorkeeper/blob/main/config/locales/en.yml',
  when: '2026-11',
} as const;
const DOCS = { where: 'https://doorkeeper.gitbook.io/guides/', when: '2026-11' } as const;

export default defineProvider({
  name: 'Doorkeeper',
  marks: [{ in: 'markup', pattern: /\/assets\/doorkeeper\//, seen: [SOURCE] }],
  errors: [
    {
      about: 'redirect-mismatch',
      anywhere: true,
      pattern: /requested redirect ur[il] is malformed or doesn.t match client redirect ur[il]/i,
      means: 'redirect_uri is not among the redirect URIs of the application',
      fix: 'Add exactly this URI to Redirect URI of the application (one a line).',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      anywhere: true,
      pattern:
        /Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method/i,
      means: 'client_id or secret is wrong, or the application is confidential and no secret came',
      fix: 'Compare client_id and secret with the application, and untick Confidential for an application without a server.',
      seen: [SOURCE],
    },
    {
      about: 'grant',
      anywhere: true,
      pattern:
        /provided authorization grant is invalid, expired, revoked, does not match the redirection URI/i,
      means:
        'the code or refresh token has expired, was used before, or belongs to another redirect_uri or application',
      fix: 'Redeem each code once with the redirect_uri of the login, and save the newest refresh token.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'scope',
      anywhere: true,
      pattern: /requested scope is invalid, unknown, or malformed/i,
      means: 'a scope is not enabled for the application',
      fix: 'Tick the scope in the application, or do not ask for it.',
      owner: 'registration',
      seen: [SOURCE],
    },
    {
      about: 'pkce',
      anywhere: true,
      pattern: /\bCode challenge is required\b/i,
      means: 'the server requires PKCE',
      fix: 'Send code_challenge and code_challenge_method=S256.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'pkce',
      anywhere: true,
      pattern: /code_challenge_method must be (?:one of )?(?:S256|plain)/i,
      means: 'the server does not take this code_challenge_method',
      fix: 'Send code_challenge_method=S256.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'token',
      anywhere: true,
      pattern: /The access token (?:expired|was revoked|is invalid)\b/i,
      means: 'the access token has expired or was revoked',
      fix: 'Refresh the access token, and repeat the call.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'scope',
      anywhere: true,
      pattern: /Access to this resource requires scope/i,
      means: 'the token lacks a scope for this resource',
      fix: 'Ask for the scope at the login, and tick it in the application.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      anywhere: true,
      pattern: /request utilizes more than one mechanism for authenticating the client/i,
      means: 'the request authenticates in two ways',
      fix: 'Send the secret in the Authorization header or in the body, not in both.',
      owner: 'client',
      seen: [SOURCE],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'Redirect URI of the application', seen: [DOCS] },
    { setting: 'scopes', name: 'Scopes of the application', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Set use_refresh_token in the initializer of the server',
      seen: [DOCS],
    },
  ],
});
