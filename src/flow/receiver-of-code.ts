import { originOfUrl, withoutQuery } from '../http/url.ts';
import { viewExchange } from '../oauth/exchange-view.ts';
import type { AuthorizationRequest } from '../oauth/kinds/authorization-request.ts';
import { type CodeHandover, codeHandover } from '../oauth/kinds/code-handover.ts';
import type { MetadataRequest } from '../oauth/kinds/metadata-request.ts';
import { type TokenRequest, tokenRequest } from '../oauth/kinds/token-request.ts';
import type { Message } from '../oauth/message.ts';
import { stringMember } from '../oauth/values/json.ts';

const TOKEN_PATH = /\/(?:access_)?token\/?$/i;

/**
 * Decides by place whether a code went to a token endpoint or to the application's own back end.
 * Applications name their routes and parameters like those of a token endpoint, and some send a
 * token request without grant_type, so one exchange alone does not tell.
 */
export function receiverOfCode(
  sighting: TokenRequest | CodeHandover,
  request: AuthorizationRequest | null,
  metadata: MetadataRequest | null,
): Message | null {
  if (!request) return sighting;
  const place = placeOf(sighting, request, metadata);
  if (sighting.kind === 'token-request') {
    const code = sighting.params.get('code');
    const { outcome } = sighting.response;
    const isOAuth = outcome === 'tokens' || outcome === 'unknown' || outcome === 'failed';
    if (place !== 'client' || code === undefined || isOAuth) return sighting;
    if (sighting.grantType !== null && outcome === 'error') return sighting;
    return codeHandover(sighting, [code], sighting.params);
  }
  if (place === 'server') return tokenRequest(viewExchange(sighting.exchange));
  return loadsCallback(sighting, request) ? null : sighting;
}

/** Whose origin the code went to; null when that is neither the server nor the page of the client. */
function placeOf(
  { exchange }: TokenRequest | CodeHandover,
  { endpoint, effective }: AuthorizationRequest,
  metadata: MetadataRequest | null,
): 'server' | 'client' | null {
  const { url } = exchange.request;
  const named = stringMember(metadata?.metadata ?? null, 'token_endpoint');
  if (named === withoutQuery(url)) return 'server';
  const origin = originOfUrl(url);
  const isServers = origin === originOfUrl(endpoint);
  const isClients = origin === originOfUrl(effective('redirect_uri') ?? '');
  if (isServers && isClients) return TOKEN_PATH.test(withoutQuery(url)) ? 'server' : 'client';
  if (isServers) return 'server';
  return isClients ? 'client' : null;
}

/** Whether a script only loads the callback page again, as routers do before they show it. */
function loadsCallback({ exchange }: CodeHandover, { effective }: AuthorizationRequest): boolean {
  const { method, url } = exchange.request;
  return method === 'GET' && withoutQuery(url) === withoutQuery(effective('redirect_uri') ?? '');
}
