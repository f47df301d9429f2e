import type { AuthorizationRequest } from './kinds/authorization-request.ts';
import type { AuthorizationResponse } from './kinds/authorization-response.ts';
import type { BackchannelAuthenticationRequest } from './kinds/backchannel-authentication-request.ts';
import type { BackchannelLogoutRequest } from './kinds/backchannel-logout-request.ts';
import type { BackchannelNotification } from './kinds/backchannel-notification.ts';
import type { ApiCall, UserinfoRequest } from './kinds/bearer-call.ts';
import type { ClientMetadataRequest } from './kinds/client-metadata-request.ts';
import type { DeviceAuthorizationRequest } from './kinds/device-authorization-request.ts';
import type { EndSessionRequest } from './kinds/end-session-request.ts';
import type { FedcmRequest } from './kinds/fedcm-request.ts';
import type { FrontchannelLogoutRequest } from './kinds/frontchannel-logout-request.ts';
import type { IntrospectionRequest } from './kinds/introspection-request.ts';
import type { JwksRequest } from './kinds/jwks-request.ts';
import type { MetadataRequest } from './kinds/metadata-request.ts';
import type { ProtectedResourceMetadataRequest } from './kinds/protected-resource-metadata-request.ts';
import type { PushedAuthorizationRequest } from './kinds/pushed-authorization-request.ts';
import type { RegistrationRequest } from './kinds/registration-request.ts';
import type { RequestObject } from './kinds/request-object.ts';
import type { RevocationRequest } from './kinds/revocation-request.ts';
import type { SessionIframe } from './kinds/session-iframe.ts';
import type { ThirdPartyInitiatedLogin } from './kinds/third-party-initiated-login.ts';
import type { TokenRequest } from './kinds/token-request.ts';
import type { MessageBase } from './message-base.ts';

/** A page of the authorization server between request and response: login, consent, error. */
export interface Interaction extends MessageBase {
  readonly kind: 'interaction';
}

/** A document that the client showed after its redirection endpoint had answered. */
interface Landing extends MessageBase {
  readonly kind: 'landing';
}

/** A preflight whose request never appeared, most often because the preflight failed. */
interface Preflight extends MessageBase {
  readonly kind: 'preflight';
}

export type {
  ApiCall,
  AuthorizationRequest,
  AuthorizationResponse,
  MetadataRequest,
  PushedAuthorizationRequest,
  RequestObject,
  TokenRequest,
  UserinfoRequest,
};

export type Message =
  | AuthorizationRequest
  | AuthorizationResponse
  | TokenRequest
  | Interaction
  | Landing
  | UserinfoRequest
  | ApiCall
  | MetadataRequest
  | JwksRequest
  | PushedAuthorizationRequest
  | RequestObject
  | DeviceAuthorizationRequest
  | EndSessionRequest
  | FrontchannelLogoutRequest
  | SessionIframe
  | ThirdPartyInitiatedLogin
  | FedcmRequest
  | RevocationRequest
  | IntrospectionRequest
  | BackchannelAuthenticationRequest
  | BackchannelNotification
  | RegistrationRequest
  | ClientMetadataRequest
  | ProtectedResourceMetadataRequest
  | BackchannelLogoutRequest
  | Preflight;

export type MessageKind = Message['kind'];

export type MessageOf<K extends MessageKind> = Extract<Message, { readonly kind: K }>;
