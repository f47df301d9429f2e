import type { Exchange } from '../http/exchange.ts';
import type { Grant } from './grants.ts';
import type { JsonObject } from './json.ts';
import type { Jwt, TokenView } from './jwt.ts';
import type { Params } from './params.ts';

interface MessageBase {
  readonly exchange: Exchange;
  readonly params: Params;
  /** The CORS preflight that went before this request, when one was seen. */
  readonly preflight: Exchange | null;
}

/** RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2.1: to the authorization endpoint. */
export interface AuthorizationRequest extends MessageBase {
  readonly kind: 'authorization-request';
  /** URL of the authorization endpoint, without query. */
  readonly endpoint: string;
  /** Values of `request` (RFC 9101) or of the pushed request (RFC 9126), when they can be read. */
  readonly inner: Params | null;
  /** True when `request` or `request_uri` hides parameters: absent ones are then unknown. */
  readonly opaque: boolean;
  /** The value that counts: the request object's or pushed one, else the URL's. */
  effective(name: string): string | undefined;
}

/** How the parameters of an authorization response travel. */
export type ResponseMode = 'query' | 'fragment' | 'form_post';

/**
 * RFC 6749 sections 4.1.2 and 4.2.2: from the authorization endpoint to the redirection endpoint.
 * `exchange` is the request that delivered it when that was seen (`delivered`), else the one whose
 * response issued it.
 */
export interface AuthorizationResponse extends MessageBase {
  readonly kind: 'authorization-response';
  readonly mode: ResponseMode;
  /** The exchange of the authorization server whose redirect or form issued this response. */
  readonly issuedBy: Exchange | null;
  readonly delivered: boolean;
  /** Where it was sent: the URL without the response parameters. */
  readonly target: string;
  /** Parameters as issued, when the issuing redirect was seen; they may differ from `params`. */
  readonly issuedParams: Params | null;
}

/** How the parameters of a token request were encoded. */
export type BodyFormat = 'form' | 'json' | 'multipart' | 'query' | 'other' | 'none' | 'unknown';

/** RFC 6749 sections 4.1.3 and 6: to the token endpoint, with what came back. */
export interface TokenRequest extends MessageBase {
  readonly kind: 'token-request';
  readonly grantType: string | null;
  readonly grant: Grant | null;
  readonly bodyFormat: BodyFormat;
  /** Credentials of `Authorization: Basic`, decoded; null when there are none (RFC 6749 2.3.1). */
  readonly basic: { readonly id: string; readonly secret: string } | null;
  readonly response: TokenResponse;
}

/** RFC 6749 sections 5.1 and 5.2. */
export interface TokenResponse {
  /** `unknown`: its body was not seen. `other`: neither tokens nor an OAuth error. */
  readonly outcome: 'tokens' | 'error' | 'other' | 'failed' | 'unknown';
  readonly json: JsonObject | null;
  readonly error: string | null;
  readonly errorDescription: string | null;
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly idToken: { readonly text: string; readonly view: TokenView } | null;
}

/** A page of the authorization server between request and response: login, consent, error. */
export interface Interaction extends MessageBase {
  readonly kind: 'interaction';
}

/** A document that the client showed after its redirection endpoint had answered. */
export interface Landing extends MessageBase {
  readonly kind: 'landing';
}

/** OpenID Connect Core section 5.3.1. */
export interface UserinfoRequest extends MessageBase {
  readonly kind: 'userinfo-request';
  readonly token: string | null;
}

/** RFC 6750: a request to a resource server that carries, or is asked for, an access token. */
export interface ApiCall extends MessageBase {
  readonly kind: 'api-call';
  readonly scheme: 'bearer' | 'dpop' | null;
  readonly token: string | null;
}

/** RFC 8414 section 3, OpenID Connect Discovery section 4. */
export interface MetadataRequest extends MessageBase {
  readonly kind: 'metadata-request';
  readonly metadata: JsonObject | null;
}

/** RFC 7517 section 5. */
export interface JwksRequest extends MessageBase {
  readonly kind: 'jwks-request';
}

/** RFC 9126 section 2. */
export interface PushedAuthorizationRequest extends MessageBase {
  readonly kind: 'pushed-authorization-request';
  readonly requestUri: string | null;
}

/** RFC 8628 section 3.1. */
export interface DeviceAuthorizationRequest extends MessageBase {
  readonly kind: 'device-authorization-request';
  readonly deviceCode: string | null;
}

/** OpenID Connect RP-Initiated Logout section 2. */
export interface EndSessionRequest extends MessageBase {
  readonly kind: 'end-session-request';
  readonly idTokenHint: Jwt | null;
}

/** RFC 7009 section 2.1. */
export interface RevocationRequest extends MessageBase {
  readonly kind: 'revocation-request';
  readonly token: string | null;
}

/** RFC 7662 section 2.1. */
export interface IntrospectionRequest extends MessageBase {
  readonly kind: 'introspection-request';
  readonly token: string | null;
}

/** A preflight whose request never appeared, most often because the preflight failed. */
export interface Preflight extends MessageBase {
  readonly kind: 'preflight';
}

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
  | DeviceAuthorizationRequest
  | EndSessionRequest
  | RevocationRequest
  | IntrospectionRequest
  | Preflight;

export type MessageKind = Message['kind'];

export type MessageOf<K extends MessageKind> = Extract<Message, { readonly kind: K }>;
