import type { Exchange } from '../http/exchange.ts';
import { recogniseAuthorizationRequest } from './authorization-request.ts';
import {
  type ResponseSighting,
  recogniseDeliveredResponse,
  recogniseIssuedResponse,
} from './authorization-response.ts';
import { recogniseBackchannelAuthentication } from './backchannel-authentication-request.ts';
import { recogniseBackchannelLogout } from './backchannel-logout-request.ts';
import { recogniseBackchannelNotification } from './backchannel-notification.ts';
import { recogniseBearerCall } from './bearer-call.ts';
import { recogniseClientMetadata } from './client-metadata-request.ts';
import { recogniseDeviceAuthorization } from './device-authorization-request.ts';
import { recogniseEndSession } from './end-session-request.ts';
import { type ExchangeView, viewExchange } from './exchange-view.ts';
import { recogniseFedcm } from './fedcm-request.ts';
import { recogniseFrontchannelLogout } from './frontchannel-logout-request.ts';
import { recogniseIntrospection } from './introspection-request.ts';
import { recogniseJwks } from './jwks-request.ts';
import type { Message } from './message.ts';
import { recogniseMetadata } from './metadata-request.ts';
import { recogniseResourceMetadata } from './protected-resource-metadata-request.ts';
import { recognisePushedRequest } from './pushed-authorization-request.ts';
import { recogniseRegistration } from './registration-request.ts';
import { recogniseRequestObject } from './request-object.ts';
import { recogniseRevocation } from './revocation-request.ts';
import { recogniseSessionIframe } from './session-iframe.ts';
import { recogniseInitiatedLogin } from './third-party-initiated-login.ts';
import { recogniseTokenRequest } from './token-request.ts';

/** A document that may turn out to be a page of a flow. */
export interface DocumentSighting {
  readonly kind: 'document';
  readonly exchange: Exchange;
}

/** A preflight whose request is not known yet. */
export interface PreflightSighting {
  readonly kind: 'bare-preflight';
  readonly exchange: Exchange;
}

/** What one exchange shows of OAuth; which flow it belongs to is not decided here. */
export type Sighting =
  | Exclude<Message, { kind: 'authorization-response' | 'interaction' | 'landing' | 'preflight' }>
  | ResponseSighting
  | DocumentSighting
  | PreflightSighting;

type Recogniser = (view: ExchangeView) => Sighting | null;

/** The first that accepts decides; the specific ones stand before the general ones. */
const REQUESTS: readonly Recogniser[] = [
  recogniseFedcm,
  recognisePushedRequest,
  recogniseBackchannelNotification,
  recogniseBackchannelAuthentication,
  recogniseDeviceAuthorization,
  recogniseAuthorizationRequest,
  recogniseTokenRequest,
  recogniseBackchannelLogout,
  recogniseEndSession,
  recogniseRegistration,
  recogniseFrontchannelLogout,
  recogniseSessionIframe,
  recogniseInitiatedLogin,
  recogniseRevocation,
  recogniseIntrospection,
  recogniseMetadata,
  recogniseResourceMetadata,
  recogniseClientMetadata,
  recogniseJwks,
  recogniseRequestObject,
  recogniseDeliveredResponse,
  recogniseBearerCall,
];

function documentOf(exchange: Exchange): DocumentSighting | null {
  const document = exchange.destination === 'document' || exchange.destination === 'iframe';
  return document ? { kind: 'document', exchange } : null;
}

/**
 * What an exchange carries: at most one message by its request, and one more when its response
 * redirects with an authorization response.
 */
export function recognise(exchange: Exchange): readonly Sighting[] {
  if (exchange.preflight) return [{ kind: 'bare-preflight', exchange }];
  const view = viewExchange(exchange);
  const found: Sighting[] = [];
  for (const recogniser of REQUESTS) {
    const sighting = recogniser(view);
    if (sighting) {
      found.push(sighting);
      break;
    }
  }
  const issued = recogniseIssuedResponse(view);
  if (issued) found.push(issued);
  if (found.length === 0 || (found.length === 1 && issued)) {
    const document = documentOf(exchange);
    if (document) found.unshift(document);
  }
  return found;
}
