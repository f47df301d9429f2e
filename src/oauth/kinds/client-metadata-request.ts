import { withoutFragment } from '../../http/url.ts';
import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { type JsonObject, stringMember } from '../values/json.ts';

/**
 * OAuth Client ID Metadata Document section 4: the server fetches the document whose URL is the
 * `client_id`. It is recognised because the document contains its own URL, or one in its place.
 */
export interface ClientMetadataRequest extends MessageBase {
  readonly kind: 'client-metadata-request';
  /** The URL of the document. */
  readonly clientId: string;
  readonly metadata: JsonObject;
}

declare module '../message.ts' {
  interface MessageTypes {
    'client-metadata-request': ClientMetadataRequest;
  }
}

/** OAuth Client ID Metadata Document section 4. */
function recogniseClientMetadata(view: ExchangeView): ClientMetadataRequest | null {
  const { exchange, responseJson } = view;
  if (exchange.request.method !== 'GET' || !responseJson) return null;
  const named = stringMember(responseJson, 'client_id');
  const clientId = withoutFragment(exchange.request.url);
  if (named === null || (named !== clientId && !describesClient(named, view))) return null;
  return {
    kind: 'client-metadata-request',
    exchange,
    params: view.query,
    preflight: null,
    clientId,
    metadata: responseJson,
  };
}

/** Whether a server fetched a document that names another URL than its own, and yet describes a client. */
function describesClient(named: string, { exchange, responseJson }: ExchangeView): boolean {
  return (
    exchange.destination !== 'document' &&
    /^https?:\/\//i.test(named) &&
    Array.isArray(responseJson?.redirect_uris)
  );
}

export default defineKind({
  kind: 'client-metadata-request',
  isDocument: true,
  word: 'client metadata request',
  lanes: ['authorization server', 'client'],
  sentBy: 'script',
  recognise: recogniseClientMetadata,
  leadsToTokens: true,
});
