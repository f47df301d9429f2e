import { type Scenario, scenario } from '../scenario.ts';

const succeeded = { outcome: 'succeeded', cause: null } as const;

/** Logins that work. A fault reported here is a false alarm. */
export const clean: readonly Scenario[] = [
  scenario('clean', {
    ...succeeded,
    kinds: [
      'metadata-request',
      'authorization-request',
      'authorization-response',
      'token-request',
      'jwks-request',
      'userinfo-request',
      'api-call',
    ],
    title: 'Login that works',
    sentence: 'PKCE, state, nonce, ID token, userinfo, an API call and a refresh.',
  }),
  scenario('clean-oidc-client-ts', {
    ...succeeded,
    client: 'oidc-client-ts',
    title: 'Login that works, with oidc-client-ts',
    sentence: 'The same login with another library.',
  }),
  scenario('silent-renewal', {
    ...succeeded,
    client: 'oidc-client-ts',
    title: 'Silent renewal',
    sentence: 'After the login, a hidden iframe with prompt=none fetches new tokens.',
  }),
  scenario('form-post', {
    ...succeeded,
    title: 'Response by form post',
    sentence: 'The authorization response arrives as a POST at the app server.',
  }),
  scenario('fragment', {
    ...succeeded,
    title: 'Response in the fragment',
    sentence: 'The authorization response arrives behind the # of the redirect URI.',
  }),
  scenario('server-side', {
    outcome: 'unknown',
    cause: null,
    kinds: ['authorization-request', 'authorization-response', 'landing'],
    client: 'server',
    title: 'Login on the server',
    sentence: 'A confidential client redeems the code out of the browser’s sight.',
  }),
  scenario('code-to-back-end', {
    ...succeeded,
    kinds: ['authorization-request', 'authorization-response', 'code-handover'],
    title: 'Code for the back end',
    sentence: 'The page gives code and verifier to the back end of its app, which redeems them.',
  }),
  scenario('popup', {
    ...succeeded,
    client: 'oidc-client-ts',
    session: 'fresh',
    title: 'Login in a popup',
    sentence: 'The user logs in in a popup, which passes the code to the page.',
  }),
  scenario('dedicated-worker', {
    ...succeeded,
    title: 'Tokens fetched by a worker',
    sentence: 'A dedicated worker sends the token request.',
  }),
  scenario('service-worker', {
    ...succeeded,
    lossy: true,
    title: 'Tokens fetched by the service worker',
    sentence: 'The page’s service worker sends the token request.',
  }),
  scenario('server-side-par', {
    outcome: 'unknown',
    cause: null,
    client: 'server',
    registration: ({ jwks }) => ({
      jwks,
      client_secret: undefined,
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      require_pushed_authorization_requests: true,
    }),
    capturedOnly: true,
    title: 'Login on the server, pushed',
    sentence: 'The server pushes its request and signs in with private_key_jwt, all out of sight.',
  }),
  scenario('leaves-at-once', {
    ...succeeded,
    lossy: true,
    title: 'Page that leaves at once',
    sentence: 'The callback page navigates away as soon as it has its tokens.',
  }),
];
