import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { likelyIssuers } from '../../../src/flow/facts/issuer.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { withoutQuery } from '../../../src/http/url.ts';
import { metadataUrls } from '../../../src/oauth/documents/well-known.ts';
import { responseText } from '../../../src/oauth/exchange-view.ts';
import { parseJsonObject, stringMember } from '../../../src/oauth/values/json.ts';
import { jwtOf } from '../../../src/oauth/values/jwt.ts';
import { keysIn } from '../../../src/oauth/values/key-set.ts';

const MOST = 6;

/** Possible addresses of the metadata of a flow's server, the likeliest first. */
export function metadataPlaces({ flow }: AnalysedFlow): readonly string[] {
  return [...new Set(likelyIssuers(flow).flatMap(metadataUrls))].slice(0, MOST);
}

/** Whether the flow has a token whose signature the server's keys verify. */
export function hasSignedToken({ flow }: AnalysedFlow): boolean {
  const tokens = [
    ...flow.tokenRequests.flatMap(({ response }) => [response.idToken?.text, response.accessToken]),
    ...flow.responses.flatMap(({ params }) => [params.get('id_token'), params.get('access_token')]),
  ];
  return tokens.some((token) => jwtOf(token) !== null);
}

/** The key set that the metadata of a flow's server names (RFC 8414 section 2). */
export function keySetPlace({ flow }: AnalysedFlow): string | null {
  const url = stringMember(flow.metadata?.metadata ?? null, 'jwks_uri');
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

/** The newest readable key set from that address in the whole recording. */
export function keySetFrom(url: string, flows: readonly AnalysedFlow[]): Exchange | null {
  const exchanges = flows.flatMap(({ flow }) =>
    flow.messages.flatMap(({ kind, exchange }) => (kind === 'jwks-request' ? [exchange] : [])),
  );
  return (
    exchanges.findLast((exchange) => exchange.request.url === url && keysIn(exchange) !== null) ??
    null
  );
}

/** Why a document that was fetched as a key set is not usable. Null when it is. */
export function unfitKeySet(exchange: Exchange): string | null {
  return keysIn(exchange) ? null : 'what came is no key set';
}

/** Why a document that was fetched as metadata is not usable for a flow. Null when it is. */
export function unfitMetadata(exchange: Exchange, { flow }: AnalysedFlow): string | null {
  const metadata = parseJsonObject(responseText(exchange) ?? '');
  if (stringMember(metadata, 'issuer') === null) return 'what came is no metadata of a server';
  const named = stringMember(metadata, 'authorization_endpoint');
  const used = flow.request?.endpoint;
  if (used === undefined || (named !== null && withoutQuery(named) === withoutQuery(used))) {
    return null;
  }
  return `it describes another server: its authorization_endpoint is ${named ?? 'not there'}`;
}
