import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow',
  when: '2026-11',
} as const;
const LIBRARY = {
  where:
    'https://pub.dev/documentation/linkedin_login/latest/linkedin_login/LinkedInTokenObject-class.html',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'LinkedIn',
  hosts: { names: ['www.linkedin.com'], seen: [DOCS] },
  deviations: [
    { kind: 'no-pkce', seen: [DOCS] },
    { kind: 'no-token-type', seen: [LIBRARY] },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      pattern: /redirect_uri does not match the registered value/i,
      means: 'redirect_uri is not among the redirect URLs of the app',
      fix: 'Add exactly this URL under Auth > OAuth 2.0 settings > Authorized redirect URLs for your app.',
      seen: [DOCS],
    },
    {
      about: 'grant',
      pattern: /appid\/redirect uri\/code verifier does not match authorization code/i,
      means:
        'the code has expired, was used before, or belongs to another client, redirect_uri or verifier',
      fix: 'Send client_id and redirect_uri of the login with the code, and redeem each code once.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'scope',
      pattern: /\b(?:unauthorized_scope_error|invalid_scope_error)\b/,
      means: 'the app does not have a scope, because its product is not added',
      fix: 'Add the product under Products (Sign In with LinkedIn using OpenID Connect for openid, profile and email).',
      owner: 'registration',
      seen: [DOCS],
    },
    {
      about: 'consent',
      pattern: /\buser_cancell?ed_(?:authorize|login)\b/,
      means: 'the user cancelled',
      fix: 'Start the login again.',
      owner: 'user',
      seen: [DOCS],
    },
    {
      about: 'other',
      pattern: /Bummer, something went wrong/i,
      means: 'the server shows its error page',
      fix: 'Read the sentence below the headline.',
      seen: [DOCS],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'Auth > OAuth 2.0 settings > Authorized redirect URLs for your app',
      seen: [DOCS],
    },
    { setting: 'client-secret', name: 'Auth > Application credentials', seen: [DOCS] },
    { setting: 'scopes', name: 'Products of the app', seen: [DOCS] },
    {
      setting: 'refresh-token',
      name: 'Apply for refresh tokens, which only approved partners get',
      seen: [DOCS],
    },
  ],
});
