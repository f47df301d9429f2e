import { headerValue } from '../../http/headers.ts';
import { memoised } from '../../http/memo.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { Message } from '../../oauth/message.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import type { Flow } from '../flow.ts';
import type { DpopFact } from './facts.ts';

/**
 * The first token request whose proof has the nonce from the refusal before it, and which is still
 * refused for its nonce (RFC 9449 section 8). Null when there is none.
 */
export function refusedDespiteNonce(requests: readonly TokenRequest[]): TokenRequest | null {
  const refused = requests.filter(({ response }) => response.error === 'use_dpop_nonce');
  return (
    refused.find((request, index) => {
      const given = refused[index - 1]?.exchange.response?.headers;
      const nonce = given ? headerValue(given, 'dpop-nonce') : null;
      return nonce !== null && nonce === nonceOf(request);
    }) ?? null
  );
}

function nonceOf({ exchange }: TokenRequest): string | null {
  const proof = jwtOf(headerValue(exchange.request.headers, 'dpop'));
  return proof ? stringMember(proof.claims, 'nonce') : null;
}

/**
 * The proof of the request that repeats this one because the server asked for a nonce; null when
 * none was recorded.
 */
export function repeatedProof(flow: Flow, message: Message): DpopFact | null {
  return repeatsIn(flow).get(message) ?? null;
}

const repeatsIn = memoised(({ messages, facts }: Flow) => {
  const found = new Map<Message, DpopFact>();
  for (const fact of facts.dpop) {
    const first = fact.repeats === null ? undefined : messages[fact.repeats];
    if (first) found.set(first, fact);
  }
  return found;
});
