import { grantTypes } from '../provider/custom-grants.ts';
import { type Scenario, scenario } from '../scenario.ts';

/** Played for the capture only. The panel shows nothing else. */
const failed = (cause: string) => ({ outcome: 'failed', cause, capturedOnly: true }) as const;
const worked = (cause: string) => ({ outcome: 'succeeded', cause, capturedOnly: true }) as const;
const bound = { registration: { dpop_bound_access_tokens: true } } as const;

/** Clients that send something wrong, or the right thing too often. */
export const misguidedClients: readonly Scenario[] = [
  scenario('code-cut', {
    ...failed('code-altered'),
    title: 'Code that is cut',
    sentence: 'The client sends the code without its last characters.',
  }),
  scenario('response-type-unsupported', {
    ...failed('unsupported-response-type-requested'),
    furtherFindings: ['implicit-flow-used'],
    title: 'Response type that the server lacks',
    sentence: 'The client asks for response_type=token.',
  }),
  scenario('scope-misspelt', {
    ...worked('scope-near-miss'),
    title: 'Misspelt scope',
    sentence: 'The client asks for notes.raed.',
  }),
  scenario('scopes-of-two-apis', {
    ...failed('scope-multiple-resources'),
    title: 'Scopes of two APIs',
    sentence: 'The client asks for scopes of two APIs, and the server issues a token for one.',
  }),
  scenario('callback-policy', {
    ...failed('request-blocked-by-csp'),
    title: 'Policy without the server',
    sentence: 'connect-src of the callback page does not list the authorization server.',
  }),
  scenario('assertion-expired', {
    ...failed('client-assertion-invalid'),
    registration: ({ jwks }) => ({ jwks, token_endpoint_auth_method: 'private_key_jwt' }),
    title: 'Client assertion that has expired',
    sentence: 'The JWT with which the client authenticates is from a quarter of an hour ago.',
  }),
  scenario('secret-not-encoded', {
    ...failed('client-auth-basic-malformed'),
    furtherFindings: ['client-secret-in-browser'],
    registration: {
      client_secret: 'invented%secret+of:the/playground',
      token_endpoint_auth_method: 'client_secret_basic',
    },
    title: 'Secret that is not encoded',
    sentence: 'The secret has a percent sign, and the client does not encode it.',
  }),
  scenario('dpop-other-url', {
    ...failed('dpop-htm-htu-mismatch'),
    ...bound,
    title: 'DPoP proof for another URL',
    sentence: 'htu of the proof has a slash that the URL has not.',
  }),
  scenario('dpop-other-token', {
    ...worked('dpop-ath-mismatch'),
    ...bound,
    title: 'DPoP proof for another token',
    sentence: 'ath of the proof is the hash of another access token.',
  }),
  scenario('dpop-as-bearer', {
    ...worked('dpop-scheme-mismatch'),
    ...bound,
    title: 'Bound token sent as Bearer',
    sentence: 'The client sends its DPoP token with the scheme Bearer.',
  }),
  scenario('api-of-another', {
    ...worked('access-token-audience-mismatch'),
    title: 'Token of another API',
    sentence: 'The client sends the token of one API to another one.',
  }),
  scenario('refresh-not-repeated', {
    ...worked('refresh-not-retried'),
    title: 'Call that is not repeated',
    sentence: 'The API refuses the expired token. The client refreshes, and forgets the call.',
  }),
  scenario('refresh-dead', {
    ...worked('refresh-loop-after-failure'),
    title: 'Refresh token that stays dead',
    sentence: 'The client goes on refreshing with a token that the server has refused.',
  }),
  scenario('refresh-all-the-time', {
    ...worked('refresh-storm'),
    title: 'Refreshing all the time',
    sentence: 'The client refreshes four times a second.',
  }),
  scenario('step-up-ignored', {
    ...worked('step-up-not-honoured'),
    furtherFindings: ['login-loop'],
    title: 'Step-up without effect',
    sentence: 'The server ignores acr_values, so the API asks again and again.',
  }),
  scenario('scope-step-up', {
    ...worked('scope-step-up-loop'),
    furtherFindings: ['api-403-insufficient-scope'],
    registration: { scope: 'openid profile email notes.read notes.write' },
    title: 'Scope that displaces another',
    sentence: 'The client asks for the scope that one call lacks alone, and loses that of another.',
  }),
  scenario('mcp-without-resource', {
    ...worked('resource-indicator-missing'),
    title: 'MCP: no resource',
    sentence:
      'The client does not say for which tool server its token is, and that one refuses it.',
  }),
  scenario('mcp-document-without-path', {
    ...failed('cimd-document-invalid'),
    title: 'MCP: client_id without a path',
    sentence: 'The client_id is a URL without a path, which no server reads.',
  }),
  scenario('par-refused', {
    ...failed('par-request-failed'),
    title: 'Pushed request that is refused',
    sentence: 'The pushed request has a redirect_uri that is not registered.',
  }),
  scenario('logout-by-fetch', {
    outcome: 'failed',
    cause: 'logout-via-fetch',
    registration: ({ addresses: { app } }) => ({
      post_logout_redirect_uris: [`${app}/logged-out`],
    }),
    session: 'fresh',
    capturedOnly: true,
    title: 'Logout by a script',
    sentence: 'The page calls the logout endpoint with fetch.',
  }),
  scenario('silent-other-site', {
    outcome: 'failed',
    cause: 'cookie-blocked-third-party',
    session: 'fresh',
    capturedOnly: true,
    title: 'Silent login in a frame of another site',
    sentence: 'The session cookie of the server does not reach a frame of another site.',
  }),
  scenario('cross-app-slash', {
    outcome: 'failed',
    cause: 'id-jag-audience-mismatch',
    registration: {
      grant_types: ['authorization_code', grantTypes.exchange, grantTypes.jwtBearer],
    },
    server: 'upstream',
    capturedOnly: true,
    title: 'Cross-app access with a slash',
    sentence: 'The audience of the identity assertion ends with a slash, the issuer does not.',
  }),
  scenario('response-in-fragment', {
    ...failed('response-mode-mismatch'),
    client: 'server',
    session: 'fresh',
    title: 'Response that no server sees',
    sentence: 'The client is a server, and asks for its response in the fragment.',
  }),
  scenario('callback-redirects', {
    ...failed('callback-drops-parameters'),
    client: 'server',
    session: 'fresh',
    title: 'Callback that loses the code',
    sentence: 'The callback redirects to a translated page, without the query.',
  }),
];
