import { type RefreshCollision, refusedSuccessor } from '../../flow/facts/refresh-uses.ts';
import { refusedNewToken } from '../../flow/facts/renewal.ts';
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
 * One more sentence when the server also refused the refresh token that the winner had got, or an
 * API its access token, and the checks whose findings follow from that.
 */
export function familyEnd(
  flow: Flow,
  collision: RefreshCollision,
): { readonly sentence: string; readonly explains: readonly string[] } {
  const since = collision.losers[0]?.exchange.startedAt;
  if (since === undefined) return { sentence: '', explains: [] };
  const sentence = (moment: number, what: string) =>
    ` ${span(moment - since)} later ${what} too, most likely because the reuse revoked the whole family of tokens.`;
  const call = refusedNewToken(flow, collision.winner)?.exchange;
  const isLater = call !== undefined && call.startedAt > since;
  const ofCall = isLater ? ['api-401-invalid-token', 'userinfo-failed'] : [];
  const gone = refusedSuccessor(flow, collision)?.exchange;
  if (gone) {
    const said = sentence(gone.startedAt, 'the server refused the new refresh token');
    return { sentence: said, explains: ['refresh-invalid-grant', ...ofCall] };
  }
  if (!isLater) return { sentence: '', explains: [] };
  return {
    sentence: sentence(call.startedAt, 'an API refused the new access token'),
    explains: ofCall,
  };
}
