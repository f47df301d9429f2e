import { headerValue } from '../../http/headers.ts';
import { essence } from '../../http/media-type.ts';
import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { jwtOf } from '../values/jwt.ts';
import { jsonParams, NO_PARAMS } from '../values/params.ts';

/** RFC 9101 section 5.2.3: the authorization server fetches the document that `request_uri` names. */
export interface RequestObject extends MessageBase {
  readonly kind: 'request-object';
  /** The JWT in the answer, encrypted or not. */
  readonly object: string;
}

declare module '../message.ts' {
  interface MessageTypes {
    'request-object': RequestObject;
  }
}

const MAX_OBJECT = 200_000;
const ASKING = ['response_type', 'redirect_uri', 'scope'];

/** RFC 9101 section 5.2.3. */
function recogniseRequestObject(view: ExchangeView): RequestObject | null {
  const { exchange, responseText } = view;
  if (exchange.request.method !== 'GET' || responseText === null) return null;
  if (responseText.length > MAX_OBJECT) return null;
  const object = responseText.trim();
  const type = essence(headerValue(exchange.response?.headers ?? [], 'content-type'));
  const claims = jwtOf(object)?.claims ?? null;
  const asks = claims !== null && 'client_id' in claims && ASKING.some((name) => name in claims);
  if (!asks && type !== 'application/oauth-authz-req+jwt') return null;
  return {
    kind: 'request-object',
    exchange,
    params: claims ? jsonParams(claims) : NO_PARAMS,
    preflight: null,
    object,
  };
}

export default defineKind({
  kind: 'request-object',
  word: 'request object',
  lanes: ['authorization server', 'client'],
  sentBy: 'server',
  rank: 3,
  recognise: recogniseRequestObject,
  leadsToTokens: true,
});
