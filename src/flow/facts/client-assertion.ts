import { memoised } from '../../http/memo.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { isRefusal } from '../../oauth/values/token-request-view.ts';
import type { Flow } from '../flow.ts';

/**
 * Whether the server refused a request and may mean its client assertion: it says so, or it refuses
 * the client without a reason (RFC 7521 section 4.2.1).
 */
export function refusesAssertion(message: TokenRequest): boolean {
  const { error, errorDescription } = message.response;
  if (!isRefusal(message)) return false;
  if (error === 'invalid_client' || (error === null && message.exchange.response?.status === 401))
    return true;
  return /client.?assertion|\bjwt\b|\bjws\b/i.test(errorDescription ?? '');
}

/**
 * The earlier request with the same client assertion: of this flow, or the closest of the client
 * that worked. Null when the assertion is new.
 */
export function earlierAssertion(message: TokenRequest, flow: Flow): TokenRequest | null {
  const sent = message.params.get('client_assertion');
  if (!sent) return null;
  const first = firstWith(flow).get(sent);
  if (first && first !== message && first.response.error !== 'use_dpop_nonce') return first;
  const other = flow.recording.otherSuccess(flow, 'tokens')?.token;
  const isEarlier = other && other.exchange.startedAt < message.exchange.startedAt;
  return isEarlier && other.params.get('client_assertion') === sent ? other : null;
}

/** The first request of the flow with each client assertion. */
const firstWith = memoised(({ tokenRequests }: Flow): ReadonlyMap<string, TokenRequest> => {
  const found = new Map<string, TokenRequest>();
  for (const request of tokenRequests) {
    const sent = request.params.get('client_assertion');
    if (sent && !found.has(sent)) found.set(sent, request);
  }
  return found;
});
