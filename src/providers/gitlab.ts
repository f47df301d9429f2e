import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://docs.gitlab.com/integration/oauth_provider/',
  when: '2026-11',
} as const;
const API = { where: 'https://docs.gitlab.com/api/oauth2/', when: '2026-11' } as const;

export default defineProvider({
  name: 'GitLab',
  hosts: { names: ['gitlab.com'], seen: [DOCS] },
  marks: [{ in: 'cookie', name: '_gitlab_session', seen: [DOCS] }],
  errors: [
    {
      about: 'grant',
      pattern:
        /provided authorization grant is invalid, expired, revoked, does not match the redirection URI/i,
      means:
        'the code or refresh token has expired, was used before, or belongs to another redirect_uri or application',
      fix: 'Redeem each code once with the redirect_uri of the login, and save the refresh token of every answer.',
      owner: 'client',
      seen: [API],
    },
    {
      about: 'scope',
      pattern: /requested scope is invalid, unknown, or malformed/i,
      means: 'a scope is not ticked in the application',
      fix: 'Tick the scope in the application under Preferences > Applications, or do not ask for it.',
      owner: 'registration',
      seen: [DOCS],
    },
    {
      about: 'token',
      pattern:
        /^invalid_token: (?:Token is expired|Token was revoked|The access token (?:expired|was revoked|is invalid))/im,
      means: 'the access token has expired (2 hours) or was revoked',
      fix: 'Refresh the access token, and repeat the call.',
      owner: 'client',
      seen: [API],
    },
    {
      about: 'scope',
      pattern: /^insufficient_scope\b/m,
      means: 'the token lacks a scope for this call',
      fix: 'Ask for the scope (api, read_user …) at the login, and tick it in the application.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'redirect-mismatch',
      pattern: /redirect URI included is not valid/i,
      means: 'redirect_uri is not among the redirect URIs of the application',
      fix: 'Add exactly this URI to Redirect URI under Preferences > Applications (or of the group or instance).',
      seen: [DOCS],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'Preferences > Applications > Redirect URI', seen: [DOCS] },
    { setting: 'scopes', name: 'Scopes of the application', seen: [DOCS] },
    { setting: 'client-authentication', name: 'Confidential in the application', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Use the authorization code grant, which always brings a refresh token',
      seen: [API],
    },
  ],
  logs: {
    place: 'the production_json.log of the instance',
    seen: [DOCS],
  },
});
