import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message-base.ts';
import type { JsonObject } from '../values/json.ts';

const METADATA_PATH =
  /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(?:\/|$)|\/openid-configuration$/;

function isMetadata(view: ExchangeView): boolean {
  const json = view.responseJson;
  if (METADATA_PATH.test(view.endpoint)) return true;
  return (
    json !== null &&
    typeof json.issuer === 'string' &&
    (typeof json.authorization_endpoint === 'string' || typeof json.token_endpoint === 'string')
  );
}

/** RFC 8414 section 3, OpenID Connect Discovery section 4. */
export interface MetadataRequest extends MessageBase {
  readonly kind: 'metadata-request';
  readonly metadata: JsonObject | null;
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
