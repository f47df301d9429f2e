import { withoutFragment } from '../../http/url.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message-base.ts';
import { type JsonObject, stringMember } from '../values/json.ts';

/**
 * OAuth Client ID Metadata Document section 4: the server fetches the document whose URL is the
 * `client_id`. It names itself, which is how it is known.
 */
export interface ClientMetadataRequest extends MessageBase {
  readonly kind: 'client-metadata-request';
  readonly clientId: string;
  readonly metadata: JsonObject;
}

/** OAuth Client ID Metadata Document section 4. */
export function recogniseClientMetadata(view: ExchangeView): ClientMetadataRequest | null {
  const { exchange, responseJson } = view;
  if (exchange.request.method !== 'GET' || exchange.preflight || !responseJson) return null;
  const clientId = stringMember(responseJson, 'client_id');
  if (clientId === null || clientId !== withoutFragment(exchange.request.url)) return null;
  return {
    kind: 'client-metadata-request',
    exchange,
    params: view.query,
    preflight: null,
    clientId,
    metadata: responseJson,
  };
}
