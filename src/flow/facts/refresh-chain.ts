import { memoised } from '../../http/memo.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { Message } from '../../oauth/message.ts';
import { isSuccess } from '../../oauth/values/token-request-view.ts';
import type { Flow } from '../flow.ts';
import { refreshStorms } from './refresh-rate.ts';

/** A token whose text says nothing. */
const OPAQUE = /^[\w~+/=-]{20,}$/;

/**
 * Refreshes of which nothing can be said but that they worked: each sends a refresh token that only
 * one answer brought and that only this request sends, and gets another one. None begins a storm.
 */
export const refreshChain = memoised((flow: Flow): ReadonlySet<Message> => {
  const { tokenRequests } = flow;
  const sent = new Map<string, number>();
  const brought = new Map<string, number>();
  for (const { params, response } of tokenRequests) {
    count(sent, params.get('refresh_token'));
    count(brought, response.refreshToken);
  }
  const storms = new Set(refreshStorms(flow).map(({ first }) => first));
  const isLink = (request: TokenRequest): boolean => {
    const token = request.params.get('refresh_token') ?? '';
    const { accessToken, refreshToken, idToken } = request.response;
    return (
      request.grant === 'refresh_token' &&
      isSuccess(request) &&
      sent.get(token) === 1 &&
      brought.get(token) === 1 &&
      refreshToken !== null &&
      brought.get(refreshToken) === 1 &&
      idToken === null &&
      [token, refreshToken, accessToken ?? ''].every((one) => OPAQUE.test(one)) &&
      !storms.has(request)
    );
  };
  return new Set(tokenRequests.filter(isLink));
});

function count(counts: Map<string, number>, value: string | null | undefined): void {
  if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
}
