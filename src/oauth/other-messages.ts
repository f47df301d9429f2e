import type { ExchangeView } from './exchange-view.ts';
import { stringMember } from './json.ts';
import { jwtOf } from './jwt.ts';
import type {
  DeviceAuthorizationRequest,
  EndSessionRequest,
  IntrospectionRequest,
  JwksRequest,
  MetadataRequest,
  PushedAuthorizationRequest,
  RevocationRequest,
} from './message.ts';

const METADATA_PATH =
  /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(?:\/|$)|\/openid-configuration$/;
const JWKS_PATH = /\/(?:jwks|jwks\.json|certs|keys|discovery\/keys)\/?$/i;
const END_SESSION_PATH =
  /\/(?:end_?session|session\/end|logout|v2\/logout|signout|connect\/endsession|openid-connect\/logout)\/?$/i;

function isMetadata(view: ExchangeView): boolean {
  const json = view.responseJson;
  if (METADATA_PATH.test(view.endpoint)) return true;
  return (
    json !== null &&
    typeof json.issuer === 'string' &&
    (typeof json.authorization_endpoint === 'string' || typeof json.token_endpoint === 'string')
  );
}

/** Authorization server metadata (RFC 8414 section 3.1, OpenID Connect Discovery section 4). */
export function recogniseMetadata(view: ExchangeView): MetadataRequest | null {
  const { exchange } = view;
  if (exchange.request.method !== 'GET' || exchange.preflight || !isMetadata(view)) return null;
  return {
    kind: 'metadata-request',
    exchange,
    params: view.query,
    preflight: null,
    metadata: view.responseJson,
  };
}

/** A JSON Web Key Set (RFC 7517 section 5). */
export function recogniseJwks(view: ExchangeView): JwksRequest | null {
  const { exchange, responseJson } = view;
  if (exchange.request.method !== 'GET' || exchange.preflight) return null;
  const keys = responseJson?.keys;
  const isSet =
    Array.isArray(keys) &&
    keys.some((key) => typeof key === 'object' && key !== null && 'kty' in key);
  if (!isSet && !(JWKS_PATH.test(view.endpoint) && /jwks/i.test(view.endpoint))) return null;
  return { kind: 'jwks-request', exchange, params: view.query, preflight: null };
}

/** RFC 9126 section 2. */
export function recognisePushedRequest(view: ExchangeView): PushedAuthorizationRequest | null {
  const { exchange, body, responseJson } = view;
  if (exchange.request.method !== 'POST' || view.bodyFormat !== 'form') return null;
  if (exchange.destination === 'document' || exchange.destination === 'iframe') return null;
  const requestUri = stringMember(responseJson, 'request_uri');
  const asks = body.has('client_id') && (body.has('response_type') || body.has('request'));
  const path = /\/(?:par(?:\.oauth2)?|pushed[_-]authorization[_-]request|request)\/?$/i.test(
    view.endpoint,
  );
  if (!asks || !(requestUri !== null || path)) return null;
  return {
    kind: 'pushed-authorization-request',
    exchange,
    params: body,
    preflight: null,
    requestUri,
  };
}

/** RFC 8628 section 3.1. */
export function recogniseDeviceAuthorization(
  view: ExchangeView,
): DeviceAuthorizationRequest | null {
  const { exchange, responseJson } = view;
  if (exchange.request.method !== 'POST' || view.body.has('grant_type')) return null;
  const deviceCode = stringMember(responseJson, 'device_code');
  const issued = deviceCode !== null && stringMember(responseJson, 'user_code') !== null;
  const path = /\/(?:devicecode|device\/code|device_authorization|device\/auth)\/?$/i.test(
    view.endpoint,
  );
  if (!issued && !(path && view.body.has('client_id'))) return null;
  return {
    kind: 'device-authorization-request',
    exchange,
    params: view.body,
    preflight: null,
    deviceCode,
  };
}

/** OpenID Connect RP-Initiated Logout section 2. */
export function recogniseEndSession(view: ExchangeView): EndSessionRequest | null {
  const { exchange } = view;
  const params =
    exchange.request.method === 'POST' && view.bodyFormat === 'form' ? view.body : view.query;
  const hint = params.get('id_token_hint');
  const returns =
    params.has('post_logout_redirect_uri') || (params.has('logout_uri') && params.has('client_id'));
  if (params.has('response_type') || exchange.preflight) return null;
  if (!returns && !(hint !== undefined && END_SESSION_PATH.test(view.endpoint))) return null;
  return {
    kind: 'end-session-request',
    exchange,
    params,
    preflight: null,
    idTokenHint: jwtOf(hint),
  };
}

/** RFC 7009 section 2.1. */
export function recogniseRevocation(view: ExchangeView): RevocationRequest | null {
  const { exchange, body } = view;
  if (exchange.request.method !== 'POST' || !body.has('token') || body.has('grant_type'))
    return null;
  if (!/\/(?:revoke|revocation)\/?$/i.test(view.endpoint)) return null;
  return {
    kind: 'revocation-request',
    exchange,
    params: body,
    preflight: null,
    token: body.get('token') ?? null,
  };
}

/** RFC 7662 section 2.1. */
export function recogniseIntrospection(view: ExchangeView): IntrospectionRequest | null {
  const { exchange, body } = view;
  if (exchange.request.method !== 'POST' || !body.has('token') || body.has('grant_type'))
    return null;
  const named = /\/(?:introspect|introspection|introspect\.oauth2)\/?$/i.test(view.endpoint);
  if (!named && typeof view.responseJson?.active !== 'boolean') return null;
  return {
    kind: 'introspection-request',
    exchange,
    params: body,
    preflight: null,
    token: body.get('token') ?? null,
  };
}
