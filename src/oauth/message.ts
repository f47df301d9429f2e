import type { AuthorizationRequest } from './authorization-request.ts';
import type { AuthorizationResponse } from './authorization-response.ts';
import type { BackchannelAuthenticationRequest } from './backchannel-authentication-request.ts';
import type { BackchannelLogoutRequest } from './backchannel-logout-request.ts';
import type { BackchannelNotification } from './backchannel-notification.ts';
import type { ApiCall, UserinfoRequest } from './bearer-call.ts';
import type { ClientMetadataRequest } from './client-metadata-request.ts';
import type { DeviceAuthorizationRequest } from './device-authorization-request.ts';
import type { EndSessionRequest } from './end-session-request.ts';
import type { FedcmRequest } from './fedcm-request.ts';
import type { FrontchannelLogoutRequest } from './frontchannel-logout-request.ts';
import type { IntrospectionRequest } from './introspection-request.ts';
import type { JwksRequest } from './jwks-request.ts';
import type { MessageBase } from './message-base.ts';
import type { MetadataRequest } from './metadata-request.ts';
import type { ProtectedResourceMetadataRequest } from './protected-resource-metadata-request.ts';
import type { PushedAuthorizationRequest } from './pushed-authorization-request.ts';
import type { RegistrationRequest } from './registration-request.ts';
import type { RequestObject } from './request-object.ts';
import type { RevocationRequest } from './revocation-request.ts';
import type { SessionIframe } from './session-iframe.ts';
import type { ThirdPartyInitiatedLogin } from './third-party-initiated-login.ts';
import type { TokenRequest } from './token-request.ts';

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
