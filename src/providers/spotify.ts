import { defineProvider } from './registry/provider.ts';

const TRAFFIC = { where: 'test/traffic/providers.test.ts', when: '2026-11' } as const;
const DOCS = {
  where: 'https://developer.spotify.com/documentation/web-api/concepts/redirect_uri',
  when: '2026-11',
} as const;
const FLOW = {
  where: 'https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow',
  when: '2026-11',
} as const;

export default defineProvider({
  name: 'Spotify',
  hosts: { names: ['accounts.spotify.com'], seen: [TRAFFIC] },
  deviations: [{ kind: 'no-openid', seen: [TRAFFIC] }],
  errors: [
    {
      about: 'redirect-mismatch',
      pattern: /INVALID_CLIENT: Insecure redirect URI/i,
      means: 'redirect_uri is http, or has the name localhost',
      fix: 'Use https, or http with the address 127.0.0.1 or [::1], in the dashboard and in the request.',
      owner: 'client',
      seen: [DOCS],
    },
    {
      about: 'redirect-mismatch',
      pattern:
        /INVALID_CLIENT: Invalid redirect URI|redirect_uri: Not matching configuration|Illegal redirect_uri/i,
      means: 'redirect_uri is not among the redirect URIs of the app',
      fix: 'Add exactly this URI in the dashboard: Settings > Basic Information > Redirect URIs.',
      seen: [DOCS],
    },
    {
      about: 'client-unknown',
      pattern: /INVALID_CLIENT: Invalid client\b(?! secret)/i,
      means: 'no app has this client ID',
      fix: 'Copy Client ID from Settings > Basic Information in the dashboard again.',
      seen: [DOCS],
    },
    {
      about: 'client-authentication',
      at: ['token-request'],
      pattern: /Invalid client secret/i,
      means: 'the client secret is wrong',
      fix: 'Copy Client secret from Settings > Basic Information in the dashboard again.',
      seen: [FLOW],
    },
    {
      about: 'pkce',
      pattern: /code_verifier was incorrect/i,
      means: 'code_verifier is not the one of this login',
      fix: 'Keep the code_verifier of each login until its code is redeemed.',
      owner: 'client',
      seen: [FLOW],
    },
    {
      about: 'grant',
      pattern: /Invalid authorization code/i,
      means: 'the code has expired or was used before',
      fix: 'Redeem each code once, at once.',
      owner: 'client',
      seen: [FLOW],
    },
  ],
  console: [
    {
      setting: 'redirect-uris',
      name: 'Settings > Basic Information > Redirect URIs in the dashboard',
      seen: [DOCS],
    },
    {
      setting: 'client-secret',
      name: 'Settings > Basic Information > View client secret',
      seen: [DOCS],
    },
  ],
});
