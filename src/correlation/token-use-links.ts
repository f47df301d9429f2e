import type { Exchange } from '../http/exchange.ts';
import { nearMiss } from '../http/near-miss.ts';
import { redirectTarget } from '../oauth/exchange-view.ts';
import { asksForToken } from '../oauth/values/bearer.ts';
import { bearerChallenge, refusedWith } from '../oauth/values/challenge.ts';
import type { Item, Seek } from './item.ts';
import { key } from './keys.ts';
import { type Links, named } from './links.ts';
import { byEarlierValue, byHolder, byValue } from './seeks.ts';
import { byFound, ofKind } from './seeks-back-channel.ts';
import { demandedBy } from './step-up.ts';

/** Text in place of a token, when a client lost the token or wrapped it. */
const NO_TOKEN = /^(?:(?:undefined|null|NaN)(?![\w.~+/-])|\[object |bearer\s|dpop\s|["'{])/i;

/** Joins a message with a token to the message that issued the token. */
export function tokenUseLinks({
  token,
  exchange,
}: {
  readonly token: string | null;
  readonly exchange: Exchange;
}): Links {
  const known = token && !NO_TOKEN.test(token) ? byValue(key.token(token)) : null;
  return {
    provides: [
      key.endpoint(exchange.request.url),
      token ? named(key.callRedirected, redirectTarget(exchange)) : null,
      ...demandedBy(exchange),
    ],
    seeks: [
      known,
      known && token && refusedWith(exchange) === 401 ? byDamaged(token) : null,
      ...byChallenge(exchange),
      known ? null : byLostToken(exchange),
      known ? null : byHolder(exchange),
    ],
    rootable: false,
  };
}

/**
 * Joins a refused call to the metadata of the API that the refusal names (RFC 9728 section 5.1).
 */
function byChallenge(exchange: Exchange): readonly (Seek | null)[] {
  if (refusedWith(exchange) !== 401) return [];
  if (!asksForToken(exchange)) return [];
  const accept = ofKind('protected-resource-metadata-request');
  const resourceMetadata = bearerChallenge(exchange)?.resourceMetadata ?? null;
  return [
    resourceMetadata === null ? null : byFound(key.resourceMetadata(resourceMetadata), accept),
    byFound(key.resourceServer(exchange.request.url), accept),
  ];
}

/** Joins a call without a token to the call with one whose redirect led to it. */
function byLostToken({ request }: Exchange): Seek {
  return { ...byEarlierValue(key.callRedirected(request.url)), within: 30_000 };
}

/** Joins a refused call to the token that its own was before it was cut, or changed on the way. */
function byDamaged(token: string): Seek {
  const accept = ({ sighting }: Item): boolean => {
    const issued = sighting.kind === 'token-request' ? sighting.response.accessToken : null;
    return issued !== null && nearMiss(token, issued) !== null;
  };
  return { key: key.tokenStart(token), pick: 'previous', within: 3_600_000, accept };
}
