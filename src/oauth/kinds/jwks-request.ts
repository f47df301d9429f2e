import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';

/** Paths at which servers publish keys, for responses without one. */
const JWKS_PATH =
  /\/[\w.-]*jwks[\w-]*(?:\.json)?\/?$|\/(?:openid-connect|oauth2\/v\d)\/certs$|\/discovery\/(?:v[\d.]+\/)?keys$|\/oauth2\/(?:[\w-]+\/)?v1\/keys$/i;

/** RFC 7517 section 5. */
export interface JwksRequest extends MessageBase {
  readonly kind: 'jwks-request';
}

declare module '../message.ts' {
  interface MessageTypes {
    'jwks-request': JwksRequest;
  }
}

/** A JSON Web Key Set (RFC 7517 section 5). */
function recogniseJwks(view: ExchangeView): JwksRequest | null {
  const { exchange, responseJson } = view;
  if (exchange.request.method !== 'GET') return null;
  const keys = responseJson?.keys;
  const isSet =
    Array.isArray(keys) &&
    keys.some((key) => typeof key === 'object' && key !== null && 'kty' in key);
  if (!isSet && !JWKS_PATH.test(view.endpoint)) return null;
  return { kind: 'jwks-request', exchange, params: view.query, preflight: null };
}

export default defineKind({
  kind: 'jwks-request',
  isDocument: true,
  listedAs: 'jwks_uri',
  word: 'key set (JWKS) request',
  lanes: ['client', 'authorization server'],
  sentBy: 'script',
  signs: { path: /jwks(?:\.json)?|certs|keys(?=[?#]|$)/ },
  recognise: recogniseJwks,
  judgedAlone: () => true,
  grant: { of: 'lone', is: 'discovery' },
});
