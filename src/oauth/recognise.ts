import type { Exchange } from '../http/exchange.ts';
import { type ExchangeView, viewExchange } from './exchange-view.ts';
import { recogniseAuthorizationRequest } from './kinds/authorization-request.ts';
import {
  type ResponseSighting,
  recogniseDeliveredResponse,
  recogniseIssuedResponse,
} from './kinds/authorization-response.ts';
import { recogniseBackchannelAuthentication } from './kinds/backchannel-authentication-request.ts';
import { recogniseBackchannelLogout } from './kinds/backchannel-logout-request.ts';
import { recogniseBackchannelNotification } from './kinds/backchannel-notification.ts';
import { recogniseBearerCall } from './kinds/bearer-call.ts';
import { recogniseClientMetadata } from './kinds/client-metadata-request.ts';
import { recogniseDeviceAuthorization } from './kinds/device-authorization-request.ts';
import { recogniseEndSession } from './kinds/end-session-request.ts';
import { recogniseFedcm } from './kinds/fedcm-request.ts';
import { recogniseFrontchannelLogout } from './kinds/frontchannel-logout-request.ts';
import { recogniseIntrospection } from './kinds/introspection-request.ts';
import { recogniseJwks } from './kinds/jwks-request.ts';
import { recogniseMetadata } from './kinds/metadata-request.ts';
import { recogniseResourceMetadata } from './kinds/protected-resource-metadata-request.ts';
import { recognisePushedRequest } from './kinds/pushed-authorization-request.ts';
import { recogniseRegistration } from './kinds/registration-request.ts';
import { recogniseRequestObject } from './kinds/request-object.ts';
import { recogniseRevocation } from './kinds/revocation-request.ts';
import { recogniseSessionIframe } from './kinds/session-iframe.ts';
import { recogniseInitiatedLogin } from './kinds/third-party-initiated-login.ts';
import { recogniseTokenRequest } from './kinds/token-request.ts';
import type { Message } from './message.ts';

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
