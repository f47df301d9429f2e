import { type Scenario, scenario } from '../scenario.ts';

/** Played for the capture only. The panel shows nothing else. */
const failed = (cause: string) => ({ outcome: 'failed', cause, capturedOnly: true }) as const;

const worked = (cause: string) => ({ outcome: 'succeeded', cause, capturedOnly: true }) as const;

/** Servers that are out of order or badly set up, in front of a correct client. */
export const brokenServers: readonly Scenario[] = [
  scenario('discovery-missing', {
    ...failed('discovery-fetch-failed'),
    title: 'No metadata',
    sentence: 'The server answers 404 where its metadata should be.',
  }),
  scenario('discovery-other-issuer', {
    ...failed('discovery-issuer-mismatch'),
    title: 'Metadata of another issuer',
    sentence: 'The metadata names another issuer than the one that was asked.',
  }),
  scenario('keys-unavailable', {
    ...worked('jwks-fetch-failed'),
    title: 'No keys',
    sentence: 'The address of the keys answers 503.',
  }),
  scenario('token-behind-firewall', {
    ...failed('request-blocked-on-the-way'),
    title: 'Firewall before the token endpoint',
    sentence: 'A firewall answers the token request with its own page.',
  }),
  scenario('dpop-nonce-hidden', {
    ...failed('dpop-nonce-not-readable'),
    registration: { dpop_bound_access_tokens: true },
    title: 'DPoP nonce that pages cannot read',
    sentence: 'The server asks for its nonce in a header that it does not expose.',
  }),
  scenario('login-page-policy', {
    ...failed('request-blocked-by-csp'),
    session: 'fresh',
    inFirefox: { outcome: 'succeeded', cause: null },
    title: 'Login page that leads nowhere',
    sentence: 'form-action of the login page does not allow the way back to the client.',
  }),
  scenario('id-token-in-milliseconds', {
    ...worked('id-token-claim-types'),
    title: 'Times in milliseconds',
    sentence: 'The times of the ID token count milliseconds.',
  }),
  scenario('key-unknown', {
    ...failed('id-token-kid-not-found'),
    title: 'Key that is not published',
    sentence: 'The ID token names a key that is not among those of the server.',
  }),
  scenario('key-of-another', {
    ...failed('id-token-signature-invalid'),
    title: 'Signature by another key',
    sentence: 'The ID token names a key of the server, and another one has signed it.',
  }),
  scenario('max-age-ignored', {
    ...worked('id-token-auth-time'),
    title: 'max_age that is ignored',
    sentence: 'The user signed in an hour ago, and max_age asked for a minute.',
  }),
  scenario('session-iframe-refused', {
    outcome: 'succeeded',
    cause: 'session-iframe-blocked',
    client: 'oidc-client-ts',
    capturedOnly: true,
    title: 'Session frame that is refused',
    sentence: 'The page that watches the session may not be shown in a frame.',
  }),
  scenario('challenge-hidden', {
    ...failed('cors-headers-not-exposed'),
    title: 'Challenge that pages cannot read',
    sentence: 'A tool server says where its metadata is, in a header that it does not expose.',
  }),
  scenario('mcp-other-resource', {
    ...failed('resource-metadata-mismatch'),
    title: 'MCP: metadata of another tool server',
    sentence: 'The metadata of the tool server names another one, so the client stops.',
  }),
  scenario('federated-broken', {
    ...failed('upstream-login-failed'),
    session: 'fresh',
    title: 'Federated login with an old secret',
    sentence: 'The authorization server cannot redeem the code of the server that it trusts.',
  }),
  scenario('api-moved', {
    outcome: 'succeeded',
    cause: 'authorization-lost-on-redirect',
    capturedOnly: true,
    title: 'API that has moved',
    sentence: 'The API redirects to another origin, where the token does not arrive.',
  }),
];
