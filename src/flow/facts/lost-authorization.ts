import { memoised } from '../../http/memo.ts';
import { withoutFragment } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import type { Flow } from '../flow.ts';

/** For each call without a token, the call with one whose redirect led to it. */
const redirectingCalls = memoised(({ messages }: Flow): ReadonlyMap<ApiCall, ApiCall> => {
  const leading = new Map<string, ApiCall>();
  const found = new Map<ApiCall, ApiCall>();
  for (const message of messages) {
    if (message.kind !== 'api-call') continue;
    if (message.token === null) {
      const before = leading.get(withoutFragment(message.exchange.request.url));
      if (before) found.set(message, before);
      continue;
    }
    const target = redirectTarget(message.exchange);
    if (target !== null) leading.set(withoutFragment(target), message);
  }
  return found;
});

/** The call with a token whose redirect led to this call without one; null when there is none. */
export function redirectingCall(flow: Flow, call: ApiCall): ApiCall | null {
  return redirectingCalls(flow).get(call) ?? null;
}
