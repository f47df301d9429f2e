import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { type JsonObject, stringMember } from '../values/json.ts';

/** RFC 9728 section 3: asks an API which authorization servers issue tokens for it. */
export interface ProtectedResourceMetadataRequest extends MessageBase {
  readonly kind: 'protected-resource-metadata-request';
  /** Null when the response has none, for example when a client tries likely places. */
  readonly metadata: JsonObject | null;
  readonly resource: string | null;
  readonly authorizationServers: readonly string[];
}

declare module '../message.ts' {
  interface MessageTypes {
    'protected-resource-metadata-request': ProtectedResourceMetadataRequest;
  }
}

const PATH = /\/\.well-known\/oauth-protected-resource(?:\/|$)/;

function serversOf(json: JsonObject | null): readonly string[] {
  const servers = json?.authorization_servers;
  return Array.isArray(servers)
    ? servers.filter((one): one is string => typeof one === 'string')
    : [];
}

/** RFC 9728 section 3.1. */
function recogniseResourceMetadata(view: ExchangeView): ProtectedResourceMetadataRequest | null {
  const { exchange, responseJson } = view;
  if (exchange.request.method !== 'GET') return null;
  const resource = stringMember(responseJson, 'resource');
  const authorizationServers = serversOf(responseJson);
  const tells = resource !== null && authorizationServers.length > 0;
  if (!tells && !PATH.test(view.endpoint)) return null;
  return {
    kind: 'protected-resource-metadata-request',
    exchange,
    params: view.query,
    preflight: null,
    metadata: resource === null ? null : responseJson,
    resource,
    authorizationServers,
  };
}

export default defineKind({
  kind: 'protected-resource-metadata-request',
  isDocument: true,
  word: 'protected resource metadata request',
  lanes: ['client', 'resource server'],
  sentBy: 'script',
  rank: 0,
  before: ['client-metadata-request'],
  recognise: recogniseResourceMetadata,
  leadsToTokens: true,
  purposeOf: () => 'metadata of the resource',
  isAttained: ({ metadata }) => metadata !== null,
  grant: { of: 'lone', is: 'discovery' },
  judgedAlone: () => true,
});
