import { defineProvider } from './registry/provider.ts';

const DOCS = {
  where: 'https://developers.facebook.com/documentation/facebook-login/guides/advanced/manual-flow',
  when: '2026-11',
} as const;
const PKCE = {
  where: 'https://developers.facebook.com/documentation/facebook-login/guides/advanced/oidc-token',
  when: '2026-11',
} as const;
const ERRORS = {
  where: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  when: '2026-11',
} as const;
const CASES = { where: 'test/providers/facebook.test.ts', when: '2026-11' } as const;

const LOGIN = 'App Dashboard > Facebook Login > Settings';
const BASIC = 'App Dashboard > App settings > Basic';

export default defineProvider({
  name: 'Facebook',
  hosts: {
    names: [
      'www.facebook.com',
      'm.facebook.com',
      'web.facebook.com',
      'business.facebook.com',
      'graph.facebook.com',
    ],
    seen: [DOCS, { where: 'test/traffic/providers.test.ts', when: '2026-11' }],
  },
  requests: [
    {
      path: /^\/(?:v[\d.]+\/)?dialog\/oauth\/?$/,
      defaults: { response_type: 'code' },
      without: ['response_type'],
      responseTypes: ['signed_request', 'graph_domain', 'granted_scopes'],
      known: ['client_id', 'redirect_uri'],
      seen: [DOCS],
    },
  ],
  deviations: [
    // OpenID Connect and PKCE exist for manual flows, but are "still in testing".
    { kind: 'no-openid', seen: [PKCE] },
    { kind: 'no-pkce', seen: [PKCE] },
    { kind: 'comma-scopes', seen: [DOCS] },
  ],
  errors: [
    {
      about: 'redirect-mismatch',
      pattern: /URL Blocked: This redirect failed because the redirect URI is not white-?listed/i,
      means: 'redirect_uri is not among the valid OAuth redirect URIs of the app',
      fix: `Add the exact URI in ${LOGIN} > Valid OAuth Redirect URIs, and turn on Client OAuth Login and Web OAuth Login there.`,
      seen: [CASES],
    },
    {
      about: 'redirect-mismatch',
      pattern: /The domain of this URL isn.t included in the app.s domains/i,
      means: 'the host of redirect_uri is not among the domains of the app',
      fix: `Add the domain in ${BASIC} > App Domains, and the site under Website there.`,
      seen: [CASES],
    },
    {
      about: 'request',
      title: 'The token request has another redirect_uri than the login',
      pattern: /Please make sure your redirect_uri is identical|\berror_subcode 36008\b/i,
      means: 'the redirect_uri of the token request is not the one of the dialog',
      fix: 'Send the same redirect_uri in both requests, with its query and slash.',
      owner: 'client',
      seen: [CASES],
    },
    {
      about: 'grant',
      pattern: /This authorization code has (?:been used|expired)|\berror_subcode 3600[79]\b/i,
      means: 'the code was redeemed before or has expired',
      fix: 'Redeem each code once, at once; start the login again for a new code.',
      owner: 'client',
      seen: [CASES],
    },
    {
      about: 'client-authentication',
      pattern: /Error validating client secret/i,
      means: 'the app secret is not the one of this app',
      fix: `Copy the App secret from ${BASIC}.`,
      owner: 'registration',
      seen: [CASES],
    },
    {
      about: 'token',
      pattern:
        /^code (?:102|190)$|\berror_subcode (?:458|459|460|463|464|467)\b|Error validating access token/im,
      means: 'the access token has expired, or the user changed the password or removed the app',
      fix: 'Send the user to the login once more.',
      owner: 'client',
      seen: [ERRORS],
    },
    {
      about: 'scope',
      pattern: /^code (?:10|2\d\d)$/m,
      at: ['api-call', 'userinfo-request'],
      means: 'the token lacks a permission for this call, or the permission was not reviewed',
      fix: 'Ask for the permission in the login, and get it in App Dashboard > App Review.',
      owner: 'registration',
      seen: [ERRORS],
    },
    {
      about: 'rate-limit',
      pattern: /^code (?:4|17|32|613)$/m,
      means: 'the app or the user sent too many calls',
      fix: 'Wait, and send fewer calls.',
      owner: 'client',
      seen: [ERRORS],
    },
  ],
  console: [
    { setting: 'redirect-uris', name: `${LOGIN} > Valid OAuth Redirect URIs`, seen: [DOCS] },
    { setting: 'client', name: BASIC, seen: [DOCS] },
    { setting: 'client-secret', name: `${BASIC} > App secret`, seen: [DOCS] },
    { setting: 'origins', name: `${LOGIN} > Allowed Domains for the JavaScript SDK`, seen: [DOCS] },
  ],
  logs: { headers: ['x-fb-trace-id', 'x-fb-debug'], seen: [ERRORS] },
  urlCopies: {
    pattern: /^https?:\/\/(?:[^/]*\.)?facebook\.[a-z.]+\/(?!.*oauth)/i,
    seen: [{ where: 'test/corpus/templates/web.ts', when: '2026-11' }],
  },
});
