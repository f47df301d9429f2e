import { defineProvider } from './registry/provider.ts';

const SOURCE = {
  where: 'https://github.com/zitadel/oidc/blob/main/pkg/op/auth_request.go',
  when: '2026-11',
} as const;
const DOCS = {
  where: 'https://zitadel.com/docs/guides/manage/console/applications',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'ZITADEL',
  hosts: { names: ['*.zitadel.cloud'], seen: [DOCS] },
  marks: [
    {
      in: 'url',
      pattern: /\/oidc\/v1\/(?:userinfo|end_session)\b|\/ui\/login\/login\?authRequestID=/,
      seen: [DOCS],
    },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      anywhere: true,
      pattern: /requested redirect_uri is missing in the client configuration/i,
      means: 'redirect_uri is not among the redirect URIs of the application',
      fix: 'Add exactly this URI under Project > Application > Redirect Settings.',
      seen: [SOURCE],
    },
    {
      about: 'redirect-mismatch',
      anywhere: true,
      pattern: /client.?s redirect_uri is http and is not allowed/i,
      means: 'the application may not use http',
      fix: 'Use https, or switch on Development Mode in the Redirect Settings of the application.',
      seen: [SOURCE],
    },
    {
      about: 'redirect-mismatch',
      anywhere: true,
      pattern: /redirect_uri .{0,60}custom schema and is not allowed/i,
      means: 'only native applications may use a scheme of their own',
      fix: 'Make the application a native one, or use https.',
      seen: [SOURCE],
    },
    {
      about: 'grant-type',
      anywhere: true,
      pattern: /requested response type is missing in the client configuration/i,
      means: 'the response type is not enabled for the application',
      fix: 'Enable it under Project > Application > Configuration > Response Types.',
      owner: 'registration',
      seen: [SOURCE],
    },
    {
      about: 'request',
      anywhere: true,
      pattern:
        /The (redirect_uri|scope of your request|response type) is missing(?: in (?:the|your) request)?\. Please ensure/i,
      means: '{1} is missing',
      fix: 'Send it with the authorization request.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'pkce',
      pattern: /\binvalid code_verifier\b|\bcode_verifier required\b/i,
      means: 'code_verifier is missing or not the one of this login',
      fix: 'Keep the code_verifier of each login until its code is redeemed.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'pkce',
      anywhere: true,
      pattern: /code_verifier unexpectedly provided/i,
      means: 'the authorization request had no code_challenge',
      fix: 'Send code_challenge with the authorization request.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'redirect-mismatch',
      anywhere: true,
      pattern: /redirect_uri does not correspond/i,
      means: 'redirect_uri is another one than in the authorization request',
      fix: 'Send the same redirect_uri with the code as with the authorization request.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      anywhere: true,
      pattern: /invalid client_id ?\/ ?client_secret/i,
      means: 'client_id or client secret is wrong',
      fix: 'Make a new secret under Project > Application > Actions, and compare the authentication method.',
      seen: [SOURCE],
    },
    {
      about: 'client-authentication',
      anywhere: true,
      pattern: /client authentication must not use more than one method/i,
      means: 'the request authenticates in two ways',
      fix: 'Send the secret in the Authorization header or in the body, not in both.',
      owner: 'client',
      seen: [SOURCE],
    },
    {
      about: 'client-unknown',
      anywhere: true,
      pattern: /Errors\.App\.NotFound/,
      means: 'no application of this instance has this client_id',
      fix: 'Copy the Client ID of the application, from the instance that this host belongs to.',
      seen: [DOCS],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: 'Project > Application > Redirect Settings', seen: [DOCS] },
    {
      setting: 'grant-types',
      name: 'Project > Application > Configuration > Grant Types',
      seen: [DOCS],
    },
    {
      setting: 'client-authentication',
      name: 'Project > Application > Configuration > Authentication Method',
      seen: [DOCS],
    },
    {
      setting: 'refresh-token',
      name: 'Enable the grant type Refresh Token of the application, and ask for the scope offline_access',
      seen: [DOCS],
    },
  ],
  logs: {
    place: 'the events of the instance and the log of the server',
    seen: [DOCS],
  },
});
