import type { MessageKind } from '../../src/oauth/message.ts';
import { type Scenario, scenario } from '../scenario.ts';

const pushed: readonly MessageKind[] = [
  'pushed-authorization-request',
  'authorization-request',
  'authorization-response',
  'token-request',
];
const usual = pushed.slice(1);
const succeeded = { outcome: 'succeeded', cause: null, kinds: usual } as const;

const signed = (alg: Readonly<Record<string, string>>): Pick<Scenario, 'registration'> => ({
  registration: ({ jwks }) => ({ jwks, request_object_signing_alg: 'ES256', ...alg }),
});

/** Authorization requests with more than the usual parameters, or not in the URL. */
export const requests: readonly Scenario[] = [
  scenario('par', {
    ...succeeded,
    kinds: pushed,
    lostInFirefox: ['pushed-authorization-request'],
    title: 'Pushed authorization request',
    sentence: 'The parameters go to the server first; the browser carries a reference (RFC 9126).',
  }),
  scenario('par-jar', {
    ...succeeded,
    ...signed({}),
    kinds: pushed,
    capturedOnly: true,
    title: 'Pushed request object',
    sentence: 'The pushed request is a signed request object.',
  }),
  scenario('jar', {
    ...succeeded,
    ...signed({}),
    title: 'Request object by value',
    sentence: 'The parameters are a signed JWT in the URL (RFC 9101).',
  }),
  scenario('jar-encrypted', {
    ...succeeded,
    ...signed({
      request_object_encryption_alg: 'RSA-OAEP-256',
      request_object_encryption_enc: 'A256GCM',
    }),
    capturedOnly: true,
    title: 'Encrypted request object',
    sentence: 'The parameters are a signed JWT inside an encrypted one. Only the server reads it.',
  }),
  scenario('jar-by-reference', {
    ...succeeded,
    ...signed({}),
    title: 'Request object by reference',
    sentence: 'The URL names where the client keeps its signed request object.',
  }),
  scenario('rar', {
    ...succeeded,
    registration: { authorization_details_types: ['payment_initiation'] },
    title: 'Rich authorization request',
    sentence: 'authorization_details asks for one payment (RFC 9396).',
  }),
  scenario('resource-indicator', {
    ...succeeded,
    capturedOnly: true,
    title: 'Resource indicator',
    sentence: 'resource names the API that the token is for (RFC 8707).',
  }),
  scenario('claims-parameter', {
    ...succeeded,
    capturedOnly: true,
    title: 'Claims parameter',
    sentence: 'claims asks for the e-mail address in the ID token.',
  }),
  scenario('dpop', {
    ...succeeded,
    registration: { dpop_bound_access_tokens: true },
    kinds: [...usual, 'userinfo-request', 'api-call'],
    title: 'DPoP',
    sentence: 'The tokens are bound to a key of the page (RFC 9449).',
  }),
  scenario('dpop-nonce', {
    ...succeeded,
    registration: { dpop_bound_access_tokens: true },
    kinds: [...usual, 'userinfo-request', 'api-call'],
    title: 'DPoP with nonces',
    sentence: 'Authorization server and API both ask for their nonce first.',
  }),
  scenario('dpop-oidc-client-ts', {
    ...succeeded,
    registration: { dpop_bound_access_tokens: true },
    client: 'oidc-client-ts',
    capturedOnly: true,
    title: 'DPoP, with oidc-client-ts',
    sentence: 'The code is bound to the key as well (dpop_jkt).',
  }),
  scenario('dpop-nonce-demanded-twice', {
    outcome: 'failed',
    cause: 'dpop-nonce-loop',
    kinds: usual,
    steps: ['token-request'],
    registration: { dpop_bound_access_tokens: true },
    title: 'DPoP nonce refused',
    sentence: 'The server asks for its nonce, gets it, and asks for another one.',
  }),
  scenario('par-used-twice', {
    outcome: 'failed',
    cause: 'par-request-uri-expired',
    kinds: ['pushed-authorization-request', 'authorization-request'],
    lostInFirefox: ['pushed-authorization-request'],
    steps: ['authorization-request', 'interaction'],
    capturedOnly: true,
    title: 'Pushed request used twice',
    sentence: 'The callback opens the same request_uri again.',
  }),
  scenario('par-expired', {
    outcome: 'failed',
    cause: 'par-request-uri-expired',
    kinds: ['pushed-authorization-request', 'authorization-request'],
    steps: ['authorization-request', 'interaction'],
    title: 'Pushed request expired',
    sentence: 'The page waits until the server has forgotten the pushed request.',
  }),
];
