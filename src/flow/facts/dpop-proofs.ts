import { s256 } from '../../http/digest.ts';
import { memoised } from '../../http/memo.ts';
import { withoutQuery } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { bearerChallenge } from '../../oauth/values/challenge.ts';
import { dpopNonce, dpopProof, thumbprintInput } from '../../oauth/values/dpop.ts';
import type { DpopFact } from './facts.ts';
import { errorOf } from './reported-error.ts';

type Own = Pick<DpopFact, 'htm' | 'htu' | 'jti' | 'nonce' | 'jkt' | 'athMatches'>;

/** How many earlier messages are searched for the request that this one repeats. */
const LOOK_BACK = 20;

const nonceOf = memoised(dpopNonce);

/** Facts about the DPoP proofs of a flow, and the origin of their nonces (RFC 9449). */
export function dpopFacts(messages: readonly Message[]): readonly DpopFact[] {
  const facts: DpopFact[] = [];
  const handedOver = new Map<string, number>();
  messages.forEach((message, index) => {
    const own = ownFact(message);
    if (own) {
      const nonceFrom = own.nonce === null ? null : (handedOver.get(own.nonce) ?? null);
      facts.push({ ...own, message: index, nonceFrom, repeats: challengeBefore(messages, index) });
    }
    const next = nonceOf(message.exchange);
    if (next !== null && !handedOver.has(next)) handedOver.set(next, index);
  });
  return facts;
}

/** Facts from one message alone. They are cached, because the flow is rebuilt whenever it grows. */
export const ownFact = memoised((message: Message): Own | null => {
  const proof = dpopProof(message.exchange);
  const input = thumbprintInput(proof?.jwk ?? null);
  return (
    proof && {
      htm: proof.htm,
      htu: proof.htu,
      jti: proof.jti,
      nonce: proof.nonce,
      jkt: input === null ? null : s256(input),
      athMatches: compared(proof.ath, message),
    }
  );
});

function compared(ath: string | null, message: Message): boolean | null {
  const carries = message.kind === 'api-call' || message.kind === 'userinfo-request';
  const token = carries ? message.token : null;
  return ath === null || token === null ? null : s256(token) === ath;
}

/**
 * Whether the server only asked for a nonce (RFC 9449 sections 8 and 9), which is a step, not a
 * failure.
 */
export function wantsDpopNonce(message: Message): boolean {
  if (errorOf(message) === 'use_dpop_nonce') return true;
  return bearerChallenge(message.exchange)?.error === 'use_dpop_nonce';
}

/** The request that this one repeats because the server asked for a nonce. */
function challengeBefore(messages: readonly Message[], index: number): number | null {
  const message = messages[index];
  if (!message) return null;
  const { method, url } = message.exchange.request;
  for (let before = index - 1; before >= Math.max(0, index - LOOK_BACK); before -= 1) {
    const other = messages[before];
    if (other?.kind !== message.kind) continue;
    const { request } = other.exchange;
    if (request.method !== method || withoutQuery(request.url) !== withoutQuery(url)) continue;
    return wantsDpopNonce(other) ? before : null;
  }
  return null;
}
