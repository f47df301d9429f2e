import type { MessageKind } from '../../src/oauth/message.ts';
import type { Addresses } from '../addresses.ts';
import { grantTypes } from '../provider/custom-grants.ts';
import { type Metadata, type Scenario, scenario } from '../scenario.ts';

const succeeded = { outcome: 'succeeded', cause: null } as const;
const token: readonly MessageKind[] = ['token-request'];

/** A client without redirect URI. */
const only = (grant: string): Pick<Scenario, 'registration'> => ({
  registration: () => ({ grant_types: [grant], redirect_uris: [], response_types: [] }),
});

/** A client without redirect URI that has a key instead of a secret (RFC 7523 section 2.2). */
const withKey = (
  grant: string,
  more: (addresses: Addresses) => Metadata = () => ({}),
): Pick<Scenario, 'registration'> => ({
  registration: ({ jwks, addresses }) => ({
    ...more(addresses),
    grant_types: [grant],
    redirect_uris: [],
    response_types: [],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks,
  }),
});

const device = {
  ...only('urn:ietf:params:oauth:grant-type:device_code'),
  kinds: ['device-authorization-request', 'token-request'],
} as const;

/** Grants without an authorization response. */
export const grants: readonly Scenario[] = [
  scenario('device', {
    ...succeeded,
    ...device,
    title: 'Device login',
    sentence: 'This page plays a device that polls until the user has agreed elsewhere (RFC 8628).',
  }),
  scenario('device-slow-down', {
    ...succeeded,
    ...device,
    capturedOnly: true,
    title: 'Device login, more slowly',
    sentence: 'The server answers slow_down once; the device waits five seconds longer.',
  }),
  scenario('device-denied', {
    ...device,
    outcome: 'failed',
    cause: 'device-access-denied',
    steps: token,
    title: 'Device login refused',
    sentence: 'The user says no to the device.',
  }),
  scenario('device-expired', {
    ...device,
    outcome: 'failed',
    cause: 'device-code-expired',
    steps: token,
    title: 'Device code expires',
    sentence: 'Nobody answers before the device code expires.',
  }),
  scenario('ciba', {
    ...succeeded,
    ...withKey('urn:openid:params:grant-type:ciba', () => ({
      backchannel_token_delivery_mode: 'poll',
    })),
    kinds: ['backchannel-authentication-request', ...token],
    title: 'Login on the telephone',
    sentence: 'The client names a user, who agrees on another device (CIBA).',
  }),
  scenario('ciba-ping', {
    ...succeeded,
    ...withKey('urn:openid:params:grant-type:ciba', ({ secure }) => ({
      backchannel_token_delivery_mode: 'ping',
      backchannel_client_notification_endpoint: `${secure}/ciba-notification`,
    })),
    kinds: ['backchannel-authentication-request', ...token],
    capturedOnly: true,
    title: 'Login on the telephone, with a ping',
    sentence: 'The server tells the client’s server that the user has agreed.',
  }),
  scenario('client-credentials', {
    ...succeeded,
    ...withKey('client_credentials'),
    kinds: token,
    title: 'Client credentials',
    sentence: 'A client without a user, known by its key (private_key_jwt).',
  }),
  scenario('password', {
    outcome: 'succeeded',
    cause: 'password-grant-used',
    ...only(grantTypes.password),
    steps: token,
    kinds: token,
    title: 'Password grant',
    sentence: 'The page itself asks for name and password.',
  }),
  scenario('jwt-bearer', {
    ...succeeded,
    ...only(grantTypes.jwtBearer),
    kinds: token,
    title: 'JWT bearer grant',
    sentence: 'A signed assertion is exchanged for an access token (RFC 7523).',
  }),
  scenario('saml-bearer', {
    ...succeeded,
    ...only(grantTypes.samlBearer),
    kinds: token,
    capturedOnly: true,
    title: 'SAML bearer grant',
    sentence: 'A SAML assertion is exchanged for an access token (RFC 7522).',
  }),
  scenario('token-exchange', {
    ...succeeded,
    registration: { grant_types: ['authorization_code', grantTypes.exchange] },
    kinds: token,
    title: 'Token exchange',
    sentence: 'The token of a login is exchanged for one that only the API takes (RFC 8693).',
  }),
  scenario('introspection-revocation', {
    ...succeeded,
    kinds: [...token, 'introspection-request', 'revocation-request'],
    title: 'Introspection and revocation',
    sentence:
      'The client introspects a token, revokes it and introspects it again (RFC 7662, RFC 7009).',
  }),
  scenario('introspection-jwt', {
    ...succeeded,
    registration: { introspection_signed_response_alg: 'RS256' },
    kinds: [...token, 'introspection-request'],
    capturedOnly: true,
    title: 'Signed introspection',
    sentence: 'The introspection response is a signed JWT (RFC 9701).',
  }),
  scenario('userinfo-jwt', {
    ...succeeded,
    registration: { userinfo_signed_response_alg: 'RS256' },
    kinds: [...token, 'userinfo-request'],
    capturedOnly: true,
    title: 'Signed userinfo',
    sentence: 'The userinfo response is a signed JWT.',
  }),
];
