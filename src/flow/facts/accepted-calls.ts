import { memoised } from '../../http/memo.ts';
import { isSameSite } from '../../http/site.ts';
import { originOfUrl } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import type { Flow } from '../flow.ts';
import { requestLine } from './story.ts';
import { isAccepted } from './token-use.ts';

/** A token that was accepted this shortly before is hardly revoked since. */
const JUST_BEFORE = 10_000;

/** The first and the last call with one token that one API accepted. */
interface Accepted {
  readonly first: ApiCall;
  last: ApiCall;
}

/** The origin of another site whose API accepted the token of this call; null when there is none. */
export function acceptedByOther(flow: Flow, { exchange, token }: ApiCall): string | null {
  const found = acceptingOrigins(flow).get(token ?? '') ?? [];
  return found.find((origin) => isSameSite(origin, exchange.request.url) === false) ?? null;
}

/** The origins of APIs that accepted each token. */
const acceptingOrigins = memoised((flow: Flow): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { first } of acceptedCalls(flow).values()) {
    const origin = originOfUrl(first.exchange.request.url);
    if (first.token === null || origin === null) continue;
    const known = found.get(first.token);
    if (known) known.push(origin);
    else found.set(first.token, [origin]);
  }
  return found;
});

/** Calls that were accepted, by the origin of the API and the token. */
const acceptedCalls = memoised(({ messages }: Flow): ReadonlyMap<string, Accepted> => {
  const found = new Map<string, Accepted>();
  for (const message of messages) {
    if (message.kind !== 'api-call' || message.token === null || !isAccepted(message.exchange)) {
      continue;
    }
    const key = keyOf(message);
    const known = found.get(key);
    if (known) known.last = message;
    else found.set(key, { first: message, last: message });
  }
  return found;
});

function keyOf({ exchange, token }: ApiCall): string {
  return `${originOfUrl(exchange.request.url)} ${token}`;
}

/** A call with the same token that the same API accepted at any time; null when there is none. */
export function acceptedAtAll(flow: Flow, call: ApiCall): ApiCall | null {
  return acceptedCalls(flow).get(keyOf(call))?.first ?? null;
}

/**
 * A call to another route of the same API that was accepted with the same token just before the
 * refused one, or after it: then the token itself is in order. Null when there is none.
 */
export function acceptedElsewhere(flow: Flow, call: ApiCall): ApiCall | null {
  const last = acceptedCalls(flow).get(keyOf(call))?.last;
  if (!last || requestLine(last) === requestLine(call)) return null;
  return last.exchange.startedAt >= call.exchange.startedAt - JUST_BEFORE ? last : null;
}
