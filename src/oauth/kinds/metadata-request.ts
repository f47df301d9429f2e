import { isError } from '../../http/status.ts';
import { defineKind, type MessageNote } from '../define-kind.ts';
import { wellKnownOf } from '../documents/metadata-place.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
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
  /** Null when the response has none, or is an error. */
  readonly metadata: JsonObject | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'metadata-request': MetadataRequest;
  }
}

/** Authorization server metadata (RFC 8414 section 3.1, OpenID Connect Discovery section 4). */
function recogniseMetadata(view: ExchangeView): MetadataRequest | null {
  const { exchange } = view;
  if (exchange.request.method !== 'GET' || !isMetadata(view)) return null;
  return {
    kind: 'metadata-request',
    exchange,
    params: view.query,
    preflight: null,
    metadata: isError(exchange.response) ? null : view.responseJson,
  };
}

/** Notes the issuer that the URL is about. */
function placeNotes({ exchange }: MetadataRequest): readonly MessageNote[] {
  const place = wellKnownOf(exchange.request.url);
  return place ? [{ label: 'Metadata of', text: place.issuer }] : [];
}

export default defineKind({
  kind: 'metadata-request',
  isDocument: true,
  word: 'metadata request',
  lanes: ['client', 'authorization server'],
  sentBy: 'script',
  rank: 0,
  signs: { path: /\.well-known\/oauth-[\w-]+/ },
  before: ['protected-resource-metadata-request', 'jwks-request'],
  recognise: recogniseMetadata,
  notesOf: placeNotes,
  judgedAlone: () => true,
  leadsToTokens: true,
  purposeOf: () => 'metadata',
  isAttained: ({ metadata }) => metadata !== null,
  grant: { of: 'lone', is: 'discovery' },
});
