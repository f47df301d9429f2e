import { type RefreshCollision, refusedSuccessor } from '../../flow/facts/refresh-uses.ts';
import type { Flow } from '../../flow/flow.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';

/** What the server answered to the use that lost: `"invalid_grant"` and its description. */
export function refusalWords({ response }: TokenRequest): string {
  const { error, errorDescription } = response;
  return `${quote(error ?? '')}${errorDescription ? `, ${quote(errorDescription.replace(/\.$/, ''), 100)}` : ''}`;
}

/**
 * One more sentence when the server also refused the token that the winner had got, and the checks
 * whose findings follow from that.
 */
export function familyEnd(
  flow: Flow,
  collision: RefreshCollision,
): { readonly sentence: string; readonly explains: readonly string[] } {
  const gone = refusedSuccessor(flow, collision);
  const since = collision.losers[0]?.exchange.startedAt;
  if (!gone || since === undefined) return { sentence: '', explains: [] };
  return {
    sentence: ` ${span(gone.exchange.startedAt - since)} later the server refused the new refresh token too, most likely because the reuse revoked the whole family of tokens.`,
    explains: ['refresh-invalid-grant'],
  };
}
