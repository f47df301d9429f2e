import { headerValue } from '../../http/headers.ts';
import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { stringMember } from '../values/json.ts';
import { jsonErrorOf } from '../values/json-error.ts';

/** RFC 9126 section 2. */
export interface PushedAuthorizationRequest extends MessageBase {
  readonly kind: 'pushed-authorization-request';
  readonly requestUri: string | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'pushed-authorization-request': PushedAuthorizationRequest;
  }
}

/** RFC 9126 section 2. */
function recognisePushedRequest(view: ExchangeView): PushedAuthorizationRequest | null {
  const { exchange, body, responseJson } = view;
  if (exchange.request.method !== 'POST' || view.bodyFormat !== 'form') return null;
  if (exchange.destination === 'document' || exchange.destination === 'iframe') return null;
  const requestUri = stringMember(responseJson, 'request_uri');
  const basic = /^basic\s/i.test(headerValue(exchange.request.headers, 'authorization') ?? '');
  const named = basic || body.has('client_id') || body.has('client_assertion');
  const asks = named && ['response_type', 'request', 'request_uri'].some((name) => body.has(name));
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

export default defineKind({
  kind: 'pushed-authorization-request',
  listedAs: 'pushed_authorization_request_endpoint',
  word: 'pushed authorization request',
  lanes: ['client', 'authorization server'],
  sentBy: 'script',
  rank: 1,
  signs: { path: /par/ },
  before: ['authorization-request'],
  recognise: recognisePushedRequest,
  errorOf: ({ exchange }) => jsonErrorOf(exchange),
  begins: true,
  failsAlone: true,
  authenticates: true,
  leadsToTokens: true,
});
