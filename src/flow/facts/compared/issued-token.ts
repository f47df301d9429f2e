import { memoised } from '../../../http/memo.ts';
import type { Message } from '../../../oauth/message.ts';
import type { Flow } from '../../flow.ts';
import { type ComparedValue, type Comparison, compare, stepOf, valueAt } from '../comparison.ts';

/** The token of each call and of each refresh with the one that was issued in this flow. */
export default function compareTokens(flow: Flow): readonly Comparison[] {
  return flow.messages.flatMap((message, step) => {
    const used = usedBy(message, step);
    if (!used || used.value === null) return [];
    const issued = issues(flow).get(used.value);
    const right = issued ?? valueAt({ step: null, part: 'member', name: used.name }, null);
    // A token of another flow is no wrong token.
    const unknown = issued ? null : 'it was not issued in this flow';
    return [compare(flow, used, right, { unknown })];
  });
}

function usedBy(message: Message, step: number): ComparedValue | null {
  if (message.kind === 'api-call' || message.kind === 'userinfo-request') {
    return valueAt({ step, part: 'header', name: 'access_token' }, message.token);
  }
  if (message.kind !== 'token-request' || message.grant !== 'refresh_token') return null;
  const name = 'refresh_token';
  return valueAt({ step, part: 'parameter', name }, message.params.get(name));
}

/** Where each token was issued first. */
const issues = memoised((flow: Flow): ReadonlyMap<string, ComparedValue> => {
  const found = new Map<string, ComparedValue>();
  const take = (
    value: string | null | undefined,
    place: Omit<ComparedValue, 'value' | 'computed'>,
  ) => {
    if (value && !found.has(value)) found.set(value, valueAt(place, value));
  };
  for (const response of flow.responses) {
    const step = stepOf(flow, response);
    take(response.params.get('access_token'), { step, part: 'parameter', name: 'access_token' });
  }
  for (const request of flow.tokenRequests) {
    const step = stepOf(flow, request);
    take(request.response.accessToken, { step, part: 'member', name: 'access_token' });
    take(request.response.refreshToken, { step, part: 'member', name: 'refresh_token' });
  }
  return found;
});
