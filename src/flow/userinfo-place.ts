import type { Item } from '../correlation/item.ts';
import { memoised } from '../http/memo.ts';
import { isOk } from '../http/status.ts';
import { originOfUrl, withoutQuery } from '../http/url.ts';
import { userinfoAnswer } from '../oauth/documents/userinfo-answer.ts';
import { viewExchange } from '../oauth/exchange-view.ts';
import type { ApiCall } from '../oauth/kinds/api-call.ts';
import type { AuthorizationRequest } from '../oauth/kinds/authorization-request.ts';
import type { MetadataRequest } from '../oauth/kinds/metadata-request.ts';
import type { UserinfoRequest } from '../oauth/kinds/userinfo-request.ts';
import type { Message } from '../oauth/message.ts';
import { bearerOf } from '../oauth/values/bearer.ts';
import { stringMember } from '../oauth/values/json.ts';

/** Some servers have their UserInfo endpoint there, and most APIs their own profile of a user. */
const PATH = /\/(?:me|user)\/?$/i;

/** Says which calls with a token went to the UserInfo endpoint of the server. */
export interface UserinfoPlace {
  decide(call: ApiCall | UserinfoRequest): Message;
}

/**
 * Finds the UserInfo endpoint of an attempt: the metadata names it. Without metadata a usual path
 * does, or an answer with `sub`, which OpenID Connect Core section 5.3.2 requires.
 */
export function userinfoPlace(
  items: readonly Item[],
  metadata: MetadataRequest | null,
  request: AuthorizationRequest | null,
): UserinfoPlace {
  const named = stringMember(metadata?.metadata ?? null, 'userinfo_endpoint');
  const answering = named === null ? answeringEndpoints(items) : new Set<string>();
  const isUserinfo = (url: string, isUsual: boolean): boolean => {
    const endpoint = withoutQuery(url);
    if (named !== null && withoutQuery(named) === endpoint) return true;
    if (isUsual) return !isOfClient(url, request);
    return answering.has(endpoint);
  };
  return {
    decide: (call) => {
      const found = isUserinfo(call.exchange.request.url, call.kind === 'userinfo-request');
      if (found === (call.kind === 'userinfo-request')) return call;
      return call.kind === 'api-call' ? asUserinfo(call) : asApiCall(call);
    },
  };
}

const asUserinfo = memoised((call: ApiCall): Message => ({ ...call, kind: 'userinfo-request' }));

const asApiCall = memoised((call: UserinfoRequest): Message => {
  const { scheme } = bearerOf(viewExchange(call.exchange));
  return { ...call, kind: 'api-call', scheme };
});

/** Whether an application answers there: at the origin of its redirect URI, and not of its server. */
function isOfClient(url: string, request: AuthorizationRequest | null): boolean {
  if (!request) return false;
  const origin = originOfUrl(url);
  const own = originOfUrl(request.effective('redirect_uri') ?? '');
  return origin === own && origin !== originOfUrl(request.endpoint);
}

/** Profiles at the origin of the token endpoint that say whom they are about as UserInfo does. */
function answeringEndpoints(items: readonly Item[]): ReadonlySet<string> {
  const servers = new Set<string | null>();
  const found = new Set<string>();
  for (const { sighting } of items) {
    if (sighting.kind === 'token-request') servers.add(originOfUrl(sighting.exchange.request.url));
  }
  for (const { sighting, exchange } of servers.size === 0 ? [] : items) {
    if (sighting.kind !== 'api-call') continue;
    const endpoint = withoutQuery(exchange.request.url);
    if (!PATH.test(endpoint) || found.has(endpoint)) continue;
    if (!servers.has(originOfUrl(endpoint)) || !isOk(exchange.response)) continue;
    if (stringMember(userinfoAnswer(exchange).claims, 'sub') !== null) found.add(endpoint);
  }
  return found;
}
