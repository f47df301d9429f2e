import { randomBytes } from 'node:crypto';
import type { Addresses } from '../addresses.ts';
import { clientIdOf } from '../scenario.ts';
import { approveBackchannel } from './approval.ts';
import { askDevice, askLogout, askUserCode, deviceConnected, loggedOut } from './pages.ts';

interface Client {
  readonly clientId: string;
}

interface ClientContext {
  readonly oidc: { readonly client?: Client };
}

interface DetailsContext {
  readonly oidc: { readonly params: { readonly authorization_details?: string } };
}

/** Clients whose DPoP proofs must carry a nonce of the server (RFC 9449 section 8). */
const noncesRequired: ReadonlySet<string> = new Set(
  ['dpop-nonce', 'dpop-nonce-hidden', 'dpop-nonce-demanded-twice', 'dpop-oidc-client-ts'].map(
    clientIdOf,
  ),
);

/** All features of oidc-provider, switched on. */
export function features({ api }: Addresses) {
  const on = { enabled: true } as const;
  return {
    backchannelLogout: on,
    ciba: {
      ...on,
      deliveryModes: ['poll', 'ping'],
      processLoginHint: async (_context: unknown, hint: string) => hint,
      triggerAuthenticationDevice: approveBackchannel,
      validateBindingMessage: async () => undefined,
      validateRequestContext: async () => undefined,
      verifyUserCode: async () => undefined,
    },
    claimsParameter: on,
    clientIdMetadataDocument: { ...on, ack: 'draft-02' },
    clientCredentials: on,
    deviceFlow: {
      ...on,
      userCodeInputSource: askUserCode,
      userCodeConfirmSource: askDevice,
      successSource: deviceConnected,
    },
    devInteractions: { enabled: false },
    dPoP: {
      ...on,
      nonceSecret: randomBytes(32),
      requireNonce: ({ oidc }: ClientContext) => noncesRequired.has(oidc.client?.clientId ?? ''),
    },
    encryption: on,
    introspection: { ...on, allowedPolicy: async () => true },
    jwtIntrospection: on,
    jwtResponseModes: on,
    jwtUserinfo: on,
    pushedAuthorizationRequests: on,
    registration: { ...on, idFactory: namedClient },
    registrationManagement: on,
    requestObjects: on,
    resourceIndicators: {
      ...on,
      // keycloak-js reads access tokens as JWTs and cannot request them.
      defaultResource: (_context: unknown, { clientId }: Client, one?: string) =>
        one ?? (clientId === clientIdOf('keycloak-js') ? `${api}/api/` : undefined),
      useGrantedResource: ({ oidc }: ClientContext) =>
        oidc.client?.clientId === clientIdOf('keycloak-js'),
      getResourceServerInfo: async (_context: unknown, resource: string) => ({
        audience: resource,
        scope: 'notes.read notes.write',
        accessTokenFormat: /\/(?:api|reports)\/$/.test(resource) ? 'jwt' : 'opaque',
      }),
    },
    revocation: { ...on, allowedPolicy: async () => true },
    richAuthorizationRequests: {
      ...on,
      types: { payment_initiation: { validate: async () => undefined } },
      authorizationDetailsForGrantSource: asRequested,
      authorizationDetailsForAccessToken: granted,
      authorizationDetailsForIntrospection: granted,
    },
    rpInitiatedLogout: {
      ...on,
      logoutSource: askLogout,
      postLogoutSuccessSource: loggedOut,
    },
    userinfo: on,
    webMessageResponseMode: { ...on, ack: 'individual-draft-01' },
  };
}

/** Grants the requested authorization details (RFC 9396 section 2). */
function asRequested({ oidc }: DetailsContext): unknown {
  return JSON.parse(oidc.params.authorization_details ?? '[]');
}

function granted(_context: unknown, { rar }: { readonly rar?: unknown }): unknown {
  return rar;
}

interface RegistrationContext {
  readonly oidc: { readonly body: { readonly client_name?: string } };
}

/** Creates an id that contains the scenario. */
function namedClient({ oidc }: RegistrationContext): string {
  return `${clientIdOf(oidc.body.client_name ?? 'nameless')}-${randomBytes(6).toString('hex')}`;
}
